package dev.troupe.node.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One test of the web platform tests that needs no page: a file, and a variant of it. A value.
 *
 * @param root the folder {@code wpt}
 * @param name the file below it, with slashes: {@code url/url-origin.any.js}
 * @param variant the query that the test sees as {@code location.search}; empty for most
 * @param failing subtests that fail in Node, too
 */
record WptFile(Path root, String name, String variant, Set<String> failing) {
    private static final Pattern META = Pattern.compile("(?m)^// META: ([^=\\s]+)=(.*)$");

    /** All tests below the areas that Node runs, in the order of their names. */
    static List<WptFile> all(Path tests) {
        Path root = tests.resolve("fixtures/wpt");
        Path states = tests.resolve("wpt/status");
        List<WptFile> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(states)) {
            for (Path state : files.filter(Files::isRegularFile).sorted().toList()) {
                String area = slashes(states.relativize(state)).replaceFirst("\\.c?js(?:on)?$", "");
                if (Files.isDirectory(root.resolve(area))) {
                    all.addAll(area(root, area, WptStatus.read(state)));
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read the web platform tests in " + tests, failure);
        }
        return all;
    }

    private static List<WptFile> area(Path root, String area, WptStatus status) throws IOException {
        List<WptFile> tests = new ArrayList<>();
        Path folder = root.resolve(area);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = slashes(folder.relativize(file));
                if (name.matches("(?:.*/)?[^/]*\\.(?:any|window)\\.js") && !status.leavesOut(name)) {
                    tests.addAll(variants(root, area + "/" + name, status.failing(name)));
                }
            }
        }
        return tests;
    }

    private static List<WptFile> variants(Path root, String name, Set<String> failing) throws IOException {
        List<String> variants = meta(Files.readString(root.resolve(name)), "variant");
        return (variants.isEmpty() ? List.of("") : variants)
                .stream()
                        .map(variant -> new WptFile(root, name, variant, failing))
                        .toList();
    }

    private static List<String> meta(String text, String key) {
        List<String> values = new ArrayList<>();
        for (Matcher line = META.matcher(text); line.find(); ) {
            if (line.group(1).equals(key)) {
                values.add(line.group(2).trim());
            }
        }
        return values;
    }

    private static String slashes(Path path) {
        return path.toString().replace('\\', '/');
    }

    /** The name in lists. */
    String id() {
        return name + variant;
    }

    /** The folder that figures are summed up for: {@code url}, {@code dom/abort}. */
    String area() {
        int first = name.indexOf('/');
        String top = name.substring(0, first);
        int second = name.indexOf('/', first + 1);
        boolean divided = second > 0
                && List.of("dom", "html", "FileAPI", "webidl", "webmessaging").contains(top);
        return divided ? name.substring(0, top.equals("html") ? name.indexOf('/', second + 1) : second) : top;
    }

    /** May it take long, by its own word? */
    boolean isLong() throws IOException {
        return meta(Files.readString(root.resolve(name)), "timeout").contains("long");
    }

    boolean matches(String word) {
        return name.equals(word) || name.startsWith(word + "/") || name.endsWith("/" + word);
    }

    /**
     * The scripts of the test in one text, as they share their declarations: what it asks for, then the test itself.
     */
    String script() throws IOException {
        String test = Files.readString(root.resolve(name));
        List<String> scripts = meta(test, "script");
        // a page would load the scripts apart, each as strict as it says: the checker of interfaces is not
        boolean strict = test.contains("'use strict'") && !scripts.contains("/resources/idlharness.js");
        StringBuilder all = new StringBuilder(strict ? "'use strict';\n" : "");
        for (String script : scripts) {
            all.append(Files.readString(resolve(script))).append("\n;\n");
        }
        // what Node's own driver of this area leaves out: addresses within a page
        return all.append(test).toString().replace("[\"url\", \"a\", \"area\"]", "[\"url\"]");
    }

    private Path resolve(String script) {
        String known = script.equals("/resources/WebIDLParser.js") ? "/resources/webidl2/lib/webidl2.js" : script;
        return known.startsWith("/")
                ? root.resolve(known.substring(1))
                : root.resolve(name).resolveSibling(known);
    }
}
