package dev.troupe.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Which lines of a log are meant. A value.
 *
 * @param stream one stream only; empty means both
 * @param text what a line has to contain; empty means anything
 * @param caseSensitive whether upper and lower case differ
 * @param regex whether {@code text} is a regular expression ({@link Pattern}) that has to be found in the line
 */
public record LogQuery(Optional<LogStream> stream, Optional<String> text, boolean caseSensitive, boolean regex) {
    /** Every line. */
    public static final LogQuery ALL = new LogQuery(Optional.empty(), Optional.empty(), true, false);

    private static final int LONGEST_TEXT = 1_024;
    /** Steps of one search, about a tenth of a second: some expressions need exponentially many. */
    private static final long STEPS = 20_000_000;

    /**
     * Checks the text.
     *
     * @throws InvalidOptionsException if it is longer than 1,024 characters or no regular expression
     */
    public LogQuery {
        text.ifPresent(wanted -> {
            if (wanted.length() > LONGEST_TEXT) {
                throw new InvalidOptionsException("The text to search for has " + wanted.length()
                        + " characters; the limit is " + LONGEST_TEXT + ".");
            }
            if (regex) {
                compile(wanted, caseSensitive);
            }
        });
    }

    /**
     * The lines of {@code lines} that are meant, in their order.
     *
     * @throws LimitExceededException if the expression takes too many steps
     */
    public List<LogEntry> filter(List<LogEntry> lines) {
        Predicate<String> wanted = matcher();
        List<LogEntry> found = new ArrayList<>();
        for (LogEntry line : lines) {
            if ((stream.isEmpty() || stream.get() == line.stream()) && wanted.test(line.text())) {
                found.add(line);
            }
        }
        return found;
    }

    /**
     * Tells of texts whether they match, the stream aside. For one search on one thread: what it may spend is counted.
     */
    public Predicate<String> matcher() {
        return text.map(this::matcher).orElse(line -> true);
    }

    private Predicate<String> matcher(String wanted) {
        if (!regex) {
            String needle = folded(wanted);
            return line -> folded(line).contains(needle);
        }
        Pattern pattern = compile(wanted, caseSensitive);
        Budget budget = new Budget(STEPS);
        return line -> {
            try {
                return pattern.matcher(new CountedText(line, budget)).find();
            } catch (StackOverflowError deep) {
                throw budget.exceeded();
            }
        };
    }

    private String folded(String line) {
        return caseSensitive ? line : line.toLowerCase(Locale.ROOT);
    }

    private static Pattern compile(String text, boolean caseSensitive) {
        try {
            return Pattern.compile(text, caseSensitive ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        } catch (PatternSyntaxException wrong) {
            throw new InvalidOptionsException(
                    "\"" + text + "\" is no regular expression: " + wrong.getDescription() + ".");
        }
    }

    /** What one search may still read. Confined to the search's thread. */
    private static final class Budget {
        private long left;

        Budget(long steps) {
            left = steps;
        }

        void spend() {
            if (--left < 0) {
                throw exceeded();
            }
        }

        LimitExceededException exceeded() {
            return new LimitExceededException("The regular expression takes too long for these lines: the limit is "
                    + STEPS + " steps. Repetitions within repetitions are the usual cause.");
        }
    }

    /** A line that counts how often it is read: an expression that goes astray reads, and so it ends. */
    private record CountedText(String text, Budget budget) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            budget.spend();
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new CountedText(text.substring(start, end), budget);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
