package dev.troupe.examples;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs what a page tells to type, with {@code troupe} being the command of this class path. The server of a page runs
 * beside it on free ports. Called on a test's thread, which waits.
 */
final class Shell {
    private Shell() {}

    /** Runs {@code script} while {@code server} runs, in {@code folder}; gives what it printed. */
    static String run(Path folder, String server, String script) throws IOException, InterruptedException {
        String serving = server.replace(
                "troupe serve",
                "exec java -cp \"$TROUPE_CLASS_PATH\" dev.troupe.server.cli.Troupe serve"
                        + " --port 0 --gateway-port 0");
        Process host = bash(folder, serving)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = host.inputReader(StandardCharsets.UTF_8)) {
            String endpoint = "";
            for (String line = said.readLine(); endpoint.isEmpty() && line != null; line = said.readLine()) {
                endpoint = line.startsWith("api  ") ? line.substring("api  ".length()) : "";
            }
            String exports = server.lines()
                    .filter(line -> line.startsWith("export "))
                    .findFirst()
                    .orElse("");
            ProcessBuilder builder = bash(
                    folder,
                    "set -euo pipefail\n" + exports
                            + "\ntroupe() { java -XX:TieredStopAtLevel=1 -cp \"$TROUPE_CLASS_PATH\""
                            + " dev.troupe.server.cli.Troupe \"$@\"; }\n" + script);
            builder.environment().put("TROUPE_ENDPOINT", endpoint);
            Process typed =
                    builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
            String output = new String(typed.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (typed.waitFor() != 0) {
                throw new IOException(
                        "the page's commands ended with " + typed.exitValue() + " after printing:\n" + output);
            }
            return output;
        } finally {
            host.toHandle().destroy();
            if (!host.waitFor(20, TimeUnit.SECONDS)) {
                host.destroyForcibly();
            }
        }
    }

    private static ProcessBuilder bash(Path folder, String script) throws IOException {
        Path file = Files.createTempFile(folder, ".typed", ".sh");
        Files.writeString(file, script);
        ProcessBuilder builder = new ProcessBuilder(List.of("bash", file.toString())).directory(folder.toFile());
        builder.environment().put("TROUPE_CLASS_PATH", System.getProperty("java.class.path"));
        String java = Path.of(System.getProperty("java.home"), "bin").toString();
        builder.environment().merge("PATH", java, (path, bin) -> bin + File.pathSeparator + path);
        return builder;
    }
}
