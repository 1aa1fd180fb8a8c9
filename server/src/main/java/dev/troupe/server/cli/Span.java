package dev.troupe.server.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A time on a command line: {@code 500ms}, {@code 30s}, {@code 5m}, {@code 2h}, {@code 1d}. A value.
 *
 * @param duration the time
 */
record Span(Duration duration) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

    /** Reads one. */
    static final class Converter implements ITypeConverter<Span> {
        @Override
        public Span convert(String text) {
            Matcher matcher = TEXT.matcher(text);
            if (!matcher.matches()) {
                throw new TypeConversionException("\"" + text + "\" is no time: write 500ms, 30s, 5m, 2h or 1d.");
            }
            long count = Long.parseLong(matcher.group(1));
            return new Span(
                    switch (matcher.group(2)) {
                        case "ms" -> Duration.ofMillis(count);
                        case "s" -> Duration.ofSeconds(count);
                        case "m" -> Duration.ofMinutes(count);
                        case "h" -> Duration.ofHours(count);
                        default -> Duration.ofDays(count);
                    });
        }
    }
}
