package dev.troupe.js.module;

import dev.troupe.js.spi.Binding;
import dev.troupe.js.spi.Realm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.jspecify.annotations.Nullable;

/**
 * The modules that {@code node:vm} makes of texts: each gets a key, under which its text waits here until the engine
 * links it. Owned by one {@link RealmModules}, on its loop; it ends with the context.
 */
final class VmModules {
    /** Before the keys. No specifier of a program leads to one: {@code vm:} is no scheme that can be imported. */
    private static final String SCHEME = "vm:";

    private static final String MODULE = "application/javascript+module";

    private final Map<String, String> offered = new HashMap<>();

    static boolean isKey(String key) {
        return key.startsWith(SCHEME);
    }

    /** The text of the module {@code key}, which the engine reads once. */
    String take(String key) {
        String text = offered.remove(key);
        if (text == null) {
            throw ModuleException.error("ERR_VM_MODULE_LINK_FAILURE", "The module " + key + " is not being linked");
        }
        return text;
    }

    Object binding(Realm realm) {
        return Binding.of(realm)
                .function("checkModule", a -> checkModule(realm, a[0].asString(), a[1].asString()))
                .function("moduleRequests", a -> requests(a[0].asString()))
                .function("moduleText", a -> VmModuleText.of(a[0].asString(), a[1].asString(), strings(a[2])))
                .function("offerModule", a -> offered.put(SCHEME + a[0].asString(), a[1].asString()))
                .function("withdrawModule", a -> offered.remove(SCHEME + a[0].asString()))
                .function("evaluateModule", a -> evaluate(realm, a[0].asString()))
                .build();
    }

    /** Throws the SyntaxError of a module, if it has one. */
    private static @Nullable Object checkModule(Realm realm, String text, String name) {
        realm.context()
                .parse(Source.newBuilder("js", text, name).mimeType(MODULE).buildLiteral());
        return null;
    }

    /** An array for each request: the specifier, then keys and values of its attributes. */
    static Object requests(String source) {
        List<Object> requests = new ArrayList<>();
        for (VmModuleText.Request request : VmModuleText.requests(source)) {
            List<Object> words = new ArrayList<>(List.of(request.specifier()));
            request.attributes().values().forEach((key, value) -> words.addAll(List.of(key, value)));
            requests.add(ProxyArray.fromList(words));
        }
        return ProxyArray.fromList(requests);
    }

    private static List<String> strings(Value array) {
        List<String> strings = new ArrayList<>();
        for (long i = 0; i < array.getArraySize(); i++) {
            strings.add(array.getArrayElement(i).asString());
        }
        return strings;
    }

    /** Links and evaluates a module's text within the running call, in the realm of the function that calls. */
    private static @Nullable Object evaluate(Realm realm, String text) {
        realm.context()
                .eval(Source.newBuilder("js", text, "node:internal/vm-module.mjs")
                        .mimeType(MODULE)
                        .buildLiteral());
        return null;
    }
}
