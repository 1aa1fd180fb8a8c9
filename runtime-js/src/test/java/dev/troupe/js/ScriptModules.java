package dev.troupe.js;

import dev.troupe.core.Script;
import dev.troupe.js.spi.Binding;
import dev.troupe.js.spi.Realm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.FileSystem;

/** A program of one file without imports: an ES module, or (a name that ends with {@code .cjs}) CommonJS that requires built-ins. */
record ScriptModules(Script script) implements ProgramModules {

    @Override
    public FileSystem fileSystem() {
        return FileSystem.newDenyIOFileSystem();
    }

    @Override
    public Object binding(Realm realm) {
        return Binding.of(realm).build();
    }

    @Override
    public Value mainLoader(Realm realm, Value requireBuiltin) {
        String name = script.name();
        if (name.endsWith(".cjs")) {
            Source wrapped = source("(function (exports, require, module, __filename) { " + text() + "\n})", name, "");
            return evaluate(realm, "(load, require) => async () => { const module = { exports: {} }; "
                            + "load()(module.exports, require, module, '" + name + "'); return { default: module.exports }; }")
                    .execute(eval(realm, wrapped), requireBuiltin);
        }
        Source module = source(text(), name, "application/javascript+module");
        return evaluate(realm, "(load) => async () => load()").execute(eval(realm, module));
    }

    private static org.graalvm.polyglot.proxy.ProxyExecutable eval(Realm realm, Source source) {
        return arguments -> realm.context().eval(source);
    }

    private static Value evaluate(Realm realm, String code) {
        return realm.context().eval("js", code);
    }

    private String text() {
        if (script instanceof Script.Inline inline) {
            return inline.text();
        }
        try {
            return Files.readString(((Script.File) script).path());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Source source(String text, String name, String type) {
        Source.Builder source = Source.newBuilder("js", text, name);
        return type.isEmpty() ? source.buildLiteral() : source.mimeType(type).buildLiteral();
    }
}
