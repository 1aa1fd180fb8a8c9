package dev.troupe.js;

import dev.troupe.core.LimitExceededException;
import dev.troupe.js.spi.Binding;
import dev.troupe.js.spi.BindingFactory;
import dev.troupe.js.spi.Bytes;
import dev.troupe.js.spi.JsExtension;
import dev.troupe.js.spi.Realm;
import java.util.Map;

/** A small bootstrap and one module, {@code probe}, with Java below it that echoes bytes and fails on demand. */
final class ProbeExtension implements JsExtension {
    @Override
    public String builtinFolder() {
        return "META-INF/troupe/test/";
    }

    @Override
    public Map<String, BindingFactory> bindings() {
        return Map.of("test", ProbeExtension::binding);
    }

    @Override
    public String bootstrap() {
        return "internal/bootstrap";
    }

    private static Object binding(Realm realm) {
        return Binding.of(realm)
                .function("echo", arguments -> Bytes.toJs(realm, Bytes.copyOf(arguments[0])))
                .function("fail", arguments -> {
                    throw failure(realm, arguments[0].asString());
                })
                .build();
    }

    private static RuntimeException failure(Realm realm, String how) {
        return switch (how) {
            case "system" -> realm.systemError("ENOENT", "open", "/nowhere");
            case "type" -> realm.error("TypeError", "ERR_INVALID_ARG_TYPE", "The argument is bad");
            case "limit" -> new LimitExceededException("Limits.timers: 3");
            default -> new IllegalStateException("secret of the host");
        };
    }
}
