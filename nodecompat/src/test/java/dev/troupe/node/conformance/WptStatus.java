package dev.troupe.node.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Node says about one area in {@code test/wpt/status}: which files it cannot run, and which subtests fail there.
 * Immutable, any thread. It reads the little of JSON that these files use, in their layout.
 */
final class WptStatus {
    private static final Pattern SKIP = Pattern.compile("\\n    \"skip\": (.*)");
    private static final Pattern EXPECTED = Pattern.compile("\"expected\": \\[((?:\\s*\"(?:[^\"\\\\]|\\\\.)*\",?)*)");
    private static final Pattern STRING = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|(.))");
    /**
     * Of what Node's runner skips, that for which a page, a worker or another realm is missing; the rest is to pass.
     */
    private static final Pattern OUT_OF_REACH = Pattern.compile(
            "(?i).*(?:^true|browser|document|window|dom api|shadowrealm|worker|importscripts|xmlhttprequest"
                    + "|already tested|not a test|port from|createobjecturl|removeeventlistener|depends on file api).*");

    private final String text;

    private WptStatus(String text) {
        this.text = text;
    }

    static WptStatus read(Path file) throws IOException {
        return new WptStatus(Files.readString(file));
    }

    /** @param name the file below the area */
    boolean leavesOut(String name) {
        Matcher skip = SKIP.matcher(rule(name));
        return skip.find() && OUT_OF_REACH.matcher(skip.group(1)).matches();
    }

    /** Subtests that fail in Node, too: what it lacks on purpose. */
    Set<String> failing(String name) {
        Set<String> names = new HashSet<>();
        Matcher expected = EXPECTED.matcher(rule(name));
        if (expected.find()) {
            Matcher strings = STRING.matcher(expected.group(1));
            while (strings.find()) {
                names.add(ESCAPE.matcher(strings.group(1)).replaceAll(WptStatus::unescaped));
            }
        }
        return names;
    }

    private static String unescaped(MatchResult escape) {
        String unit = escape.group(1);
        return Matcher.quoteReplacement(
                unit == null ? escape.group(2) : String.valueOf((char) Integer.parseInt(unit, 16)));
    }

    private String rule(String name) {
        int start = text.indexOf("\n  \"" + name + "\": {");
        return start < 0 ? "" : text.substring(start, text.indexOf("\n  }", start));
    }
}
