package dev.troupe.node.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One file of Node's tests. A value.
 *
 * @param path the file
 * @param module the module it tests, by its name: {@code test-fs-read.js} is {@code fs}
 * @param flags Node's flags that the file asks for with {@code // Flags:}
 * @param unembeddable why no embedded Node can run it; empty if one can
 */
record TestFile(Path path, String module, List<String> flags, Optional<String> unembeddable) {
    private static final List<String> FOLDERS =
            List.of("parallel", "sequential", "es-module", "module-hooks", "async-hooks");
    private static final Pattern NAME = Pattern.compile("test-(.+)\\.(?:js|mjs|cjs)");
    private static final Pattern FLAGS = Pattern.compile("(?m)^// Flags: (.*)$");

    /** Modules by the beginning of a file's name, longest first; what is not among them is called by its first word. */
    private static final List<String> MODULES = List.of(
            "async-hooks",
            "async-local-storage",
            "asynclocalstorage",
            "abortcontroller",
            "abortsignal",
            "broadcastchannel",
            "child-process",
            "compression-decompression-stream",
            "diagnostics-channel",
            "double-tls",
            "event-emitter",
            "eventsource",
            "eventtarget",
            "global-webcrypto",
            "global-webstreams",
            "messagechannel",
            "module-hooks",
            "next-tick",
            "perf-hooks",
            "performance",
            "string-decoder",
            "stream2",
            "stream3",
            "structuredClone",
            "timers",
            "whatwg-encoding",
            "whatwg-events",
            "whatwg-readablebytestream",
            "whatwg-readablestream",
            "whatwg-transformstream",
            "whatwg-url",
            "whatwg-webstreams",
            "whatwg-writablestream",
            "worker");

    private static final Map<String, String> SAME = Map.ofEntries(
            Map.entry("event-emitter", "events"),
            Map.entry("stream2", "stream"),
            Map.entry("stream3", "stream"),
            Map.entry("streams", "stream"),
            Map.entry("microtask", "microtask"),
            Map.entry("promises", "promise"),
            Map.entry("util", "util"),
            Map.entry("asynclocalstorage", "async-local-storage"),
            Map.entry("async", "async-hooks"),
            Map.entry("eventtarget", "events"),
            Map.entry("whatwg-events", "events"),
            Map.entry("whatwg-readablestream", "webstreams"),
            Map.entry("whatwg-readablebytestream", "webstreams"),
            Map.entry("whatwg-transformstream", "webstreams"),
            Map.entry("whatwg-writablestream", "webstreams"),
            Map.entry("whatwg-webstreams", "webstreams"),
            Map.entry("global-webstreams", "webstreams"),
            Map.entry("compression-decompression-stream", "webstreams"),
            Map.entry("global-webcrypto", "webcrypto"),
            Map.entry("perf-hooks", "perf_hooks"),
            Map.entry("performance", "perf_hooks"));

    /** What an embedded runtime has no way to do, by what the text of a test shows. */
    private static final Map<Pattern, String> OUT_OF_REACH = Map.ofEntries(
            Map.entry(
                    Pattern.compile(
                            "require\\(['\"](?:node:)?child_process['\"]\\)|from ['\"](?:node:)?child_process['\"]"
                                    + "|common\\.spawnPromisified|spawnPromisified\\(|spawnSyncAndExit|spawnSyncAndAssert|spawnSync\\("),
                    "child process"),
            Map.entry(Pattern.compile("(?:require\\(|from )['\"](?:node:)?worker_threads['\"]"), "worker threads"),
            Map.entry(Pattern.compile("(?:require\\(|from )['\"](?:node:)?cluster['\"]"), "cluster"),
            Map.entry(
                    Pattern.compile(
                            "(?:require\\(|from )['\"](?:node:)?inspector(?:/promises)?['\"]|inspector-helper|skipIfInspectorDisabled"),
                    "inspector"),
            Map.entry(
                    Pattern.compile(
                            "internalBinding\\(|require\\(['\"]internal/|--expose[-_]internals|process\\.binding\\(|_linkedBinding"),
                    "Node's internals"),
            Map.entry(Pattern.compile("--allow-natives-syntax|--allow_natives_syntax|%[A-Z]\\w+\\("), "V8's natives"),
            Map.entry(Pattern.compile("napi|node-gyp|common\\.buildType|process\\.dlopen"), "native addons"),
            Map.entry(
                    Pattern.compile("common/repl|(?:require\\(|from )['\"](?:node:)?repl['\"]"), "interactive shell"));

    /** Of this folder only what it says about AsyncLocalStorage: the rest is about ids of Node's own handles. */
    private static final Pattern ASYNC_HOOKS = Pattern.compile(".*/async-hooks/(?!test-async-local-storage-).*");

    /** All test files of a tree, in the order of their names. */
    static List<TestFile> all(Path tests) {
        List<TestFile> all = new ArrayList<>();
        for (String folder : FOLDERS) {
            try (Stream<Path> files = Files.list(tests.resolve(folder))) {
                files.sorted().map(TestFile::of).flatMap(Optional::stream).forEach(all::add);
            } catch (IOException failure) {
                throw new UncheckedIOException("Cannot list Node's tests in " + tests, failure);
            }
        }
        return all;
    }

    private static Optional<TestFile> of(Path path) {
        Matcher name = NAME.matcher(path.getFileName().toString());
        boolean wanted =
                !ASYNC_HOOKS.matcher(path.toString().replace('\\', '/')).matches();
        if (!wanted || !name.matches() || !Files.isRegularFile(path)) {
            return Optional.empty();
        }
        try {
            String text = Files.readString(path);
            return Optional.of(new TestFile(path, module(name.group(1)), flags(text), unembeddable(text)));
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read " + path, failure);
        }
    }

    static String module(String name) {
        for (String module : MODULES) {
            if (name.equals(module) || name.startsWith(module + "-")) {
                return SAME.getOrDefault(module, module);
            }
        }
        String first = name.replaceFirst("-.*", "");
        return SAME.getOrDefault(first, first);
    }

    static List<String> flags(String text) {
        Matcher flags = FLAGS.matcher(text);
        List<String> all = new ArrayList<>();
        while (flags.find()) {
            all.addAll(List.of(flags.group(1).trim().split("\\s+")));
        }
        return all;
    }

    static Optional<String> unembeddable(String text) {
        return OUT_OF_REACH.entrySet().stream()
                .filter(reason -> reason.getKey().matcher(text).find())
                .map(Map.Entry::getValue)
                .min(String::compareTo);
    }

    /** The name in lists: {@code parallel/test-fs-read.js}. */
    String id() {
        return Objects.requireNonNull(path.getParent()).getFileName() + "/" + path.getFileName();
    }

    /** Shares a port number or a folder with others: must not run beside them. */
    boolean alone() {
        return id().startsWith("sequential/");
    }
}
