package dev.troupe.js.module;

import dev.troupe.js.module.EsmText.Edit;
import dev.troupe.js.module.ModuleLexer.Import;
import dev.troupe.js.module.ModuleLexer.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The text of a module of {@code node:vm}, whose owner says what each of its imports leads to. Pure.
 *
 * @see <a href="https://nodejs.org/api/vm.html#class-vmsourcetextmodule">vm.SourceTextModule</a>
 */
final class VmModuleText {
    private VmModuleText() {}

    /** What {@code source} asks for, each once, in the source's order (ECMA-262 §16.2.1.3, ModuleRequests). */
    static List<Request> requests(String source) {
        return List.copyOf(numbered(source, ModuleLexer.scan(source)).keySet());
    }

    private static Map<Request, Integer> numbered(String source, ModuleLexer.Result lexed) {
        Map<Request, Integer> requests = new LinkedHashMap<>();
        for (Import one : lexed.imports()) {
            if (one.kind() != Import.Kind.DYNAMIC) {
                requests.putIfAbsent(request(source, one), requests.size());
            }
        }
        return requests;
    }

    private static Request request(String source, Import one) {
        return new Request(
                one.specifier(), ImportAttributes.after(source, one.quoted().end()));
    }

    /**
     * Rewrites {@code source}.
     *
     * @param owner an expression that gives an object with a function {@code import} and a property {@code meta}
     * @param keys the module for each of {@link #requests}
     */
    static String of(String source, String owner, List<String> keys) {
        ModuleLexer.Result lexed = ModuleLexer.scan(source);
        Map<Request, Integer> numbers = numbered(source, lexed);
        List<Edit> edits = new ArrayList<>();
        for (Import one : lexed.imports()) {
            if (one.kind() == Import.Kind.DYNAMIC) {
                edits.add(new Edit(one.whole(), owner + ".import("));
            } else {
                Request request = request(source, one);
                Span replaced =
                        new Span(one.quoted().begin(), request.attributes().end());
                edits.add(new Edit(replaced, EsmText.quoted(keys.get(Objects.requireNonNull(numbers.get(request))))));
            }
        }
        lexed.metas().forEach(meta -> edits.add(new Edit(meta, owner + ".meta")));
        return EsmText.applied(source, edits);
    }

    /**
     * A module request.
     *
     * @param specifier what the text says
     * @param attributes what it says about it
     */
    record Request(String specifier, ImportAttributes attributes) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Request request
                    && specifier.equals(request.specifier)
                    && attributes.values().equals(request.attributes.values());
        }

        @Override
        public int hashCode() {
            return specifier.hashCode();
        }
    }
}
