package dev.troupe.server.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words after {@code troupe node}, taken apart as Node takes its command line apart
 * (nodejs.org/api/cli.html#synopsis): flags, then the program's file or text, then the program's own arguments. A flag
 * that Troupe does not follow is refused, never left out. A value.
 *
 * @param flags Node's flags, as the actor's runtime arguments
 * @param text the program of {@code --eval} and {@code --print}
 * @param file the program's file; empty if there is a text, or nothing
 * @param arguments what the program finds in {@code process.argv}
 */
record NodeLine(List<String> flags, Optional<String> text, Optional<String> file, List<String> arguments) {
    /** Flags with a value, in the next word or after an equals sign. */
    private static final Set<String> VALUED = Set.of(
            "--conditions",
            "-C",
            "--disable-proto",
            "--disable-warning",
            "--env-file",
            "--env-file-if-exists",
            "--eval",
            "-e",
            "--experimental-loader",
            "--loader",
            "--import",
            "--input-type",
            "--max-http-header-size",
            "--require",
            "-r",
            "--stack-trace-limit",
            "--test-reporter",
            "--test-reporter-destination",
            "--title",
            "--unhandled-rejections");

    /** Flags without one. What is always so in Troupe counts as followed. */
    private static final Set<String> SWITCHES = Set.of(
            "--check",
            "-c",
            "--print",
            "-p",
            "-pe",
            "--deprecation",
            "--no-deprecation",
            "--throw-deprecation",
            "--trace-deprecation",
            "--pending-deprecation",
            "--warnings",
            "--no-warnings",
            "--trace-warnings",
            "--expose-gc",
            "--experimental-vm-modules",
            "--experimental-require-module",
            "--no-experimental-require-module",
            "--experimental-strip-types",
            "--experimental-transform-types",
            "--experimental-fetch",
            "--no-experimental-fetch",
            "--experimental-global-customevent",
            "--no-experimental-global-customevent",
            "--experimental-global-webcrypto",
            "--no-experimental-global-webcrypto",
            "--experimental-global-navigator",
            "--no-experimental-global-navigator",
            "--no-addons",
            "--test-only",
            "--test-update-snapshots",
            "--zero-fill-buffers");

    private static final Set<String> TEXTS = Set.of("--eval", "-e");
    private static final Set<String> PRINTS = Set.of("--print", "-p", "-pe");
    private static final Set<String> NOT_IN_ENVIRONMENT =
            Set.of("--check", "-c", "--eval", "-e", "--print", "-p", "-pe", "--env-file", "--env-file-if-exists");
    private static final Pattern SPACE = Pattern.compile(" +");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    NodeLine {
        flags = List.copyOf(flags);
        arguments = List.copyOf(arguments);
    }

    /** Reads the words; throws {@link BadOptionException} for a flag that is none, or that lacks its value. */
    static NodeLine of(List<String> words) {
        List<String> flags = new ArrayList<>();
        Optional<String> text = Optional.empty();
        int at = 0;
        while (at < words.size()
                && words.get(at).startsWith("-")
                && !words.get(at).equals("--")) {
            String word = words.get(at++);
            int equals = word.startsWith("--") ? word.indexOf('=') : -1;
            String name = (equals < 0 ? word : word.substring(0, equals)).replace('_', '-');
            flags.add(word);
            if (PRINTS.contains(name) && equals < 0) {
                if (at < words.size() && !words.get(at).startsWith("-")) {
                    text = Optional.of(words.get(at));
                    flags.add(words.get(at++));
                } else if (words.stream().skip(at).noneMatch(TEXTS::contains)) {
                    throw new BadOptionException(word + " requires an argument");
                }
            } else if (VALUED.contains(name) || PRINTS.contains(name)) {
                if (equals < 0 && at == words.size()) {
                    throw new BadOptionException(word + " requires an argument");
                }
                String value = equals < 0 ? words.get(at++) : word.substring(equals + 1);
                if (equals < 0) {
                    flags.add(value);
                }
                check(name, value);
                if (name.equals("--env-file") && !Files.isReadable(Path.of(value))) {
                    throw new BadOptionException(value + ": not found");
                }
                text = TEXTS.contains(name) || PRINTS.contains(name) ? Optional.of(value) : text;
            } else if (!SWITCHES.contains(name) || equals >= 0) {
                throw new BadOptionException("bad option: " + word);
            }
        }
        if (at < words.size() && words.get(at).equals("--")) {
            at++;
        }
        Optional<String> file = text.isEmpty() && at < words.size() ? Optional.of(words.get(at++)) : Optional.empty();
        return new NodeLine(flags, text, file, words.subList(at, words.size()));
    }

    /** Refuses what Node refuses, or Troupe cannot follow, in {@code NODE_OPTIONS}. */
    static void checkEnvironment(String options) {
        List<String> words =
                SPACE.splitAsStream(options).filter(word -> !word.isEmpty()).toList();
        for (String word : words) {
            String name = word.replaceFirst("=.*", "").replace('_', '-');
            boolean known = VALUED.contains(name) || SWITCHES.contains(name);
            if (word.startsWith("-") && (!known || NOT_IN_ENVIRONMENT.contains(name))) {
                throw new BadOptionException(word + " is not allowed in NODE_OPTIONS");
            }
        }
    }

    private static void check(String name, String value) {
        boolean known =
                switch (name) {
                    case "--disable-proto" -> Set.of("delete", "throw").contains(value);
                    case "--input-type" ->
                        Set.of("module", "commonjs", "module-typescript", "commonjs-typescript")
                                .contains(value);
                    case "--max-http-header-size", "--stack-trace-limit" ->
                        NUMBER.matcher(value).matches();
                    case "--unhandled-rejections" ->
                        Set.of("strict", "warn", "none", "throw", "warn-with-error-code")
                                .contains(value);
                    default -> true;
                };
        if (!known) {
            throw new BadOptionException("invalid value for " + name + ": " + value);
        }
    }

    /** A word of the command line that Troupe cannot follow; the message is what Node says after its own name. */
    static final class BadOptionException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BadOptionException(String message) {
            super(message);
        }
    }
}
