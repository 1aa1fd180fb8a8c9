import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Prepares the troupe command of a checkout for the JVM that runs this program: builds the jars, picks the flags, links a run-time image where
 * that makes the optimising compiler and a class-data cache go together, and records that cache. The scripts {@code troupe} and
 * {@code troupe.cmd} run it on first use and after a change of the sources; it has one thread and ends with the process. What it leaves in
 * the second folder is {@code java} (the program to run) and {@code args} (its argument file, written last, so that it stands for success).
 */
final class Prepare {
    /** What a host needs of the JDK; {@code jdk.graal.compiler} must not be among it, see {@link #linkImage}. */
    private static final String IMAGE_MODULES = "java.se,jdk.charsets,jdk.crypto.ec,jdk.internal.vm.ci,jdk.jfr,"
            + "jdk.localedata,jdk.management,jdk.net,jdk.unsupported,jdk.zipfs";

    /**
     * Calls and rounds of a loop before the engine's compiler looks at a function the first time; 400 would be the engine's own. A start
     * passes that often, and the compiler is cold itself then: benchmarks/README.md has the figures.
     */
    private static final String LATER_COMPILATION = "-Dpolyglot.engine.FirstTierCompilationThreshold=2000";

    private final Path root;
    /** Where the scripts look: {@code java} and {@code args}. */
    private final Path entry;
    /** What {@code args} points to; a new one each time, since the last one may be in use by a running command. */
    private final Path prepared;
    private final Path javaHome = Path.of(System.getProperty("java.home"));

    private Prepare(Path root, Path entry) {
        this.root = root;
        this.entry = entry;
        this.prepared = entry.resolve("generation-" + System.currentTimeMillis());
    }

    public static void main(String[] arguments) throws Exception {
        Prepare prepare = new Prepare(Path.of(arguments[0]), Path.of(arguments[1]));
        if (Runtime.version().feature() < 17) {
            fail("Java " + Runtime.version() + " is too old: set JAVA_HOME to a JDK 17 or later");
        }
        long asked = System.currentTimeMillis();
        Files.createDirectories(prepare.prepared);
        try (FileChannel channel = FileChannel.open(
                prepare.entry.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            FileLock lock = channel.lock();
            Path args = prepare.entry.resolve("args");
            boolean madeMeanwhile =
                    Files.exists(args) && Files.getLastModifiedTime(args).toMillis() >= asked;
            if (madeMeanwhile) {
                deleteTree(prepare.prepared);
            } else {
                prepare.run();
            }
            lock.release();
        }
    }

    private void run() throws IOException, InterruptedException {
        say("preparing for JDK " + Runtime.version() + " (first use, or the sources changed; later starts are fast)");
        build();
        String classPath = copyJars();
        Path java = executable(javaHome, "java");
        List<String> flags = flags(java, classPath);
        if (flags.stream().anyMatch(flag -> flag.startsWith("--upgrade-module-path"))) {
            Path image = prepared.resolve("image");
            if (linkImage(image)) {
                java = executable(image, "java");
                flags = flags(java, classPath);
            }
        }
        flags = new ArrayList<>(flags);
        if (flags.contains("-XX:+EnableJVMCI")) {
            flags.add(LATER_COMPILATION);
        }
        flags.addAll(List.of("-XX:+UseSerialGC", "-cp", classPath));
        flags.addAll(0, recordCache(java, flags));
        replace("java", List.of(java.toString()));
        replace("args", flags.stream().map(Prepare::quote).collect(Collectors.toList()));
        deleteOldGenerations();
        say("ready");
    }

    private void replace(String name, List<String> lines) throws IOException {
        Path unfinished = prepared.resolve(name);
        Files.write(unfinished, lines);
        Files.move(unfinished, entry.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Keeps the generation before this one: a running command may be using it. */
    private void deleteOldGenerations() throws IOException {
        try (Stream<Path> children = Files.list(entry)) {
            List<Path> generations = children.filter(path -> path.getFileName().toString().startsWith("generation-"))
                    .sorted(Comparator.reverseOrder())
                    .collect(Collectors.toList());
            for (Path old : generations.subList(Math.min(2, generations.size()), generations.size())) {
                deleteTree(old);
            }
        }
    }

    /** Builds the command's jars; the compiler's jars come along where this JVM can use them. */
    private void build() throws IOException, InterruptedException {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        List<String> command = new ArrayList<>(List.of(
                root.resolve(windows ? "mvnw.cmd" : "mvnw").toString(), "-B", "-ntp", "-Dquickly", "-Dmaven.test.skip=true",
                "-pl", "server", "-am", "package"));
        if (Runtime.version().feature() == 25) {
            command.add("-Pcompiler");
        }
        Path log = entry.resolve("build.log");
        int code = exec(command, log, "[INFO] Building Troupe ");
        if (code != 0) {
            List<String> lines = Files.readAllLines(log);
            lines.subList(Math.max(0, lines.size() - 30), lines.size()).forEach(System.err::println);
            fail("the build failed (exit code " + code + "); all of its output is in " + log);
        }
    }

    /** Copies the jars, so that a later build in the checkout does not pull them from under a running command or its cache. */
    private String copyJars() throws IOException {
        Path target = root.resolve("server/target");
        copyAll(target.resolve("compiler"), prepared.resolve("compiler"));
        Path libraries = prepared.resolve("lib");
        copyAll(target.resolve("lib"), libraries);
        Set<String> classPath = new TreeSet<>();
        try (Stream<Path> jars = Files.list(target)) {
            for (Path jar : jars.filter(Prepare::isServerJar).collect(Collectors.toList())) {
                Files.copy(jar, libraries.resolve(jar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        try (Stream<Path> jars = Files.list(libraries)) {
            jars.forEach(jar -> classPath.add(jar.toString()));
        }
        return String.join(System.getProperty("path.separator"), classPath);
    }

    private static boolean isServerJar(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith("troupe-server-") && name.endsWith(".jar") && !name.contains("-sources")
                && !name.contains("-javadoc") && !name.contains("-tests");
    }

    private static void copyAll(Path from, Path to) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.collect(Collectors.toList())) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** Asks the library itself, in the JVM that will run it. */
    private List<String> flags(Path java, String classPath) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(java.toString(), "-cp", classPath, "dev.troupe.js.launch.PrintFlags"));
        Path compiler = prepared.resolve("compiler");
        if (Files.isDirectory(compiler)) {
            command.add(compiler.toString());
        }
        Path output = prepared.resolve("flags.txt");
        Process process = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            fail("could not ask for the flags of " + java);
        }
        return Files.readAllLines(output);
    }

    /**
     * A stock JDK has an empty module in the compiler's place. Upgrading it at run time switches every class-data archive off; an image that
     * leaves it out takes the compiler from the plain module path, and the archive stays on: the start takes a third of the time.
     */
    private boolean linkImage(Path image) throws IOException, InterruptedException {
        Path jlink = executable(javaHome, "jlink");
        if (!Files.isExecutable(jlink)) {
            return false;
        }
        say("linking a run-time image for the optimising compiler");
        int code = exec(
                List.of(jlink.toString(), "--no-header-files", "--no-man-pages", "--add-modules", IMAGE_MODULES,
                        "--output", image.toString()),
                entry.resolve("jlink.log"),
                "\0");
        if (code != 0) {
            say("jlink failed (exit code " + code + "): going on without it, starts will be slower");
        }
        return code == 0;
    }

    /** Records the classes of a real run; gives the flags that use the record, none if it failed. */
    private List<String> recordCache(Path java, List<String> flags) throws IOException, InterruptedException {
        say("recording a class-data cache");
        boolean aot = Runtime.version().feature() >= 25;
        Path cache = prepared.resolve(aot ? "troupe.aot" : "troupe.jsa");
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.add((aot ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + cache);
        command.addAll(flags);
        command.addAll(List.of(
                "dev.troupe.server.cli.Troupe", "run", "--requests", "20",
                root.resolve("examples/hello.ts").toString()));
        Path log = entry.resolve("cache.log");
        int code = exec(command, log, "\0");
        if (code != 0 || !Files.exists(cache)) {
            say("no class-data cache (exit code " + code + ", see " + log + "): starts will be slower");
            return List.of();
        }
        return List.of((aot ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + cache);
    }

    private int exec(List<String> command, Path log, String shown) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(nullDevice()))
                .start();
        process.getOutputStream().close();
        try (var output = process.inputReader();
                var copy = Files.newBufferedWriter(log)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                copy.write(line);
                copy.newLine();
                if (line.startsWith(shown)) {
                    say("building " + line.substring(shown.length()).replaceAll("\\s+", " "));
                }
            }
        }
        return process.waitFor();
    }

    private static java.io.File nullDevice() {
        return new java.io.File(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null");
    }

    private static Path executable(Path home, String name) {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        return home.resolve("bin").resolve(windows ? name + ".exe" : name);
    }

    private static String quote(String argument) {
        return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            tree.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            });
        }
    }

    private static void say(String text) {
        System.err.println("troupe: " + text);
    }

    private static void fail(String text) {
        say(text);
        System.exit(1);
    }
}
