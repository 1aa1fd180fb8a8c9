package dev.troupe.server.cli;

import dev.troupe.server.client.ApiClient;
import dev.troupe.server.json.Json;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * What all commands that ask an API have in common: where it is, and how answers are printed. Mixed into commands by
 * picocli, on the main thread.
 */
final class ApiTarget {
    private static final String LOCAL = "http://127.0.0.1:8080";

    @Spec(Spec.Target.MIXEE)
    @Nullable
    CommandSpec spec;

    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            description = "Where the API is; also TROUPE_ENDPOINT or RIVET_ENDPOINT. Default: " + LOCAL)
    URI endpoint = URI.create(variable("TROUPE_ENDPOINT", "RIVET_ENDPOINT").orElse(LOCAL));

    @Option(names = "--json", description = "Prints the API's answer as JSON, and errors too, on standard error.")
    boolean json;

    private static Optional<String> variable(String ours, String theirs) {
        return Optional.ofNullable(System.getenv(ours))
                .or(() -> Optional.ofNullable(System.getenv(theirs)))
                .filter(value -> !value.isEmpty());
    }

    /** A client with the token of the environment: on a command line everybody on the machine could read it. */
    ApiClient client() {
        String token = variable("TROUPE_TOKEN", "RIVET_TOKEN")
                .orElseThrow(() -> new CommandLine.ParameterException(
                        Objects.requireNonNull(spec).commandLine(),
                        "Put the host's token, which \"troupe serve\" printed, into the variable TROUPE_TOKEN."));
        return new ApiClient(endpoint, token);
    }

    PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    PrintWriter err() {
        return Objects.requireNonNull(spec).commandLine().getErr();
    }

    /** Prints an answer: as JSON if that was asked for, else what {@code human} prints. */
    void print(Map<?, ?> answer, Runnable human) {
        if (json) {
            out().println(text(answer));
        } else {
            human.run();
        }
        out().flush();
    }

    static String text(Object value) {
        return new String(Json.write(value), StandardCharsets.UTF_8);
    }
}
