package dev.troupe.node.binding;

import dev.troupe.js.spi.Binding;
import dev.troupe.js.spi.BindingFactory;
import dev.troupe.js.spi.Realm;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.SourceSection;
import org.jspecify.annotations.Nullable;

/**
 * {@code internalBinding('introspection')}: what the engine knows about a program and JavaScript cannot ask. Made once
 * for each realm, called on its loop. It holds nothing.
 */
public final class IntrospectionBinding implements BindingFactory {
    /** How the sources of built-in modules are named. */
    private static final String BUILT_IN = "node:";

    @Override
    public Object create(Realm realm) {
        return Binding.of(realm)
                .function("callerExpression", arguments -> callerExpression(realm))
                .build();
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
