package dev.troupe.js;

import dev.troupe.js.module.RealmModules;
import java.util.Optional;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.SourceSection;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a fatal error looks like on standard error, as Node prints it: where it happened, the source line with a caret,
 * then the error with its JS stack. Stateless; loop thread of the error's realm.
 */
final class ErrorReport {
    /** A minified bundle is one line; nobody wants to read all of it. */
    private static final int LONGEST_LINE = 240;

    private ErrorReport() {}

    static String of(Value error, @Nullable JsRealm realm) {
        Optional<String> inspected = realm == null
                ? Optional.empty()
                : realm.ask("inspectError", error).filter(Value::isString).map(Value::asString);
        String body = inspected.orElseGet(() -> summary(error));
        return place(error).map(place -> place + "\n\n" + body).orElse(body);
    }

    /** One line. */
    static String summary(Value error) {
        if (error.isException()) {
            try {
                throw error.throwException();
            } catch (PolyglotException failure) {
                String message = String.valueOf(failure.getMessage());
                return message.lines().findFirst().orElse("");
            }
        }
        return "Uncaught " + error;
    }

    /** {@code file:line} and the source line, from the error's innermost frame that has a source of the program's. */
    private static Optional<String> place(Value error) {
        if (!error.isException()) {
            return Optional.empty();
        }
        try {
            throw error.throwException();
        } catch (PolyglotException failure) {
            return section(failure).map(ErrorReport::excerpt);
        }
    }

    private static Optional<SourceSection> section(PolyglotException failure) {
        SourceSection own = failure.getSourceLocation();
        if (failure.isSyntaxError() && own != null) {
            return Optional.of(own);
        }
        for (PolyglotException.StackFrame frame : failure.getPolyglotStackTrace()) {
            SourceSection at = frame.isGuestFrame() ? frame.getSourceLocation() : null;
            if (at != null && at.hasLines() && !at.getSource().getName().startsWith("node:")) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    private static String excerpt(SourceSection at) {
        String text = at.getSource().getCharacters(at.getStartLine()).toString();
        int added = at.getStartLine() == 1 ? RealmModules.addedBefore(text) : 0;
        String line = text.substring(added);
        int column = Math.max(1, at.getStartColumn() - added);
        String name = at.getSource().getName() + ":" + at.getStartLine() + ":" + column;
        if (line.length() > LONGEST_LINE) {
            return name;
        }
        String indent = line.substring(0, Math.min(line.length(), column - 1)).replaceAll("\\S", " ");
        return name + "\n" + line + "\n" + indent + "^";
    }
}
