package dev.troupe.node.binding;

import dev.troupe.js.spi.Binding;
import dev.troupe.js.spi.BindingFactory;
import dev.troupe.js.spi.Realm;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.SourceSection;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.jspecify.annotations.Nullable;

/**
 * {@code internalBinding('introspection')}: what the engine knows about a program and JavaScript cannot ask. Made once
 * for each realm, called on its loop. It holds nothing.
 */
public final class IntrospectionBinding implements BindingFactory {
    /** How the sources of built-in modules are named. */
    private static final String BUILT_IN = "node:";

    private static final Pattern KIND = Pattern.compile("([A-Z]\\w*(?: Iterator)?)[{(\\[]");
    private static final Pattern PROMISE =
            Pattern.compile("\\[\\[PromiseStatus]]: \"(\\w+)\", \\[\\[PromiseValue]]: (.*)}$", Pattern.DOTALL);

    @Override
    public Object create(Realm realm) {
        return Binding.of(realm)
                .function("callerExpression", arguments -> callerExpression(realm))
                .function("isKind", arguments -> kind(arguments[0]).equals(arguments[1].asString()))
                .function("promise", arguments -> promise(arguments[0]))
                .build();
    }

    /**
     * The name under which the engine knows an object, whatever its prototype and properties say: the beginning of its
     * text, which runs no code of the program. Empty for an ordinary object.
     */
    private static String kind(Value object) {
        Matcher kind = KIND.matcher(object.toString());
        return kind.lookingAt() ? kind.group(1) : "";
    }

    /** The state of a promise, and the text of its value. */
    private static ProxyArray promise(Value promise) {
        Matcher state = PROMISE.matcher(promise.toString());
        return state.find()
                ? ProxyArray.fromArray(state.group(1), state.group(2))
                : ProxyArray.fromArray("pending", "");
    }

    /** The text of the call with which the program entered the built-in modules. */
    private static @Nullable String callerExpression(Realm realm) {
        if (!(realm.error("Error", "", "") instanceof PolyglotException here)) {
            return null;
        }
        for (PolyglotException.StackFrame frame : here.getPolyglotStackTrace()) {
            SourceSection section = frame.getSourceLocation();
            if (frame.isGuestFrame()
                    && section != null
                    && section.isAvailable()
                    && section.hasLines()
                    && !section.getSource().getName().startsWith(BUILT_IN)) {
                return section.getCharacters().toString();
            }
        }
        return null;
    }
}
