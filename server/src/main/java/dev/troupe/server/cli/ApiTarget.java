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
    @Nullable
    URI endpoint;

    @Option(names = "--json", description = "Prints the API's answer as JSON, and errors too, on standard error.")
    boolean json;

    private Optional<String> variable(String ours, String theirs) {
        Map<String, String> environment =
                ((Troupe) Objects.requireNonNull(spec).root().userObject()).environment();
        return Optional.ofNullable(environment.get(ours))
                .or(() -> Optional.ofNullable(environment.get(theirs)))
                .filter(value -> !value.isEmpty());
    }

    /** A client with the token of the environment: on a command line everybody on the machine could read it. */
    ApiClient client() {
        String token = variable("TROUPE_TOKEN", "RIVET_TOKEN")
                .orElseThrow(() -> wrong(
                        "Put the host's token, which \"troupe serve\" printed, into the variable" + " TROUPE_TOKEN."));
        URI given = endpoint;
        if (given == null) {
            String text = variable("TROUPE_ENDPOINT", "RIVET_ENDPOINT").orElse(LOCAL);
            try {
                given = URI.create(text);
            } catch (IllegalArgumentException noUri) {
                throw wrong("The endpoint \"" + text + "\" is no address: give one like " + LOCAL + ".");
            }
        }
        return new ApiClient(given, token);
    }

    CommandLine.ParameterException wrong(String message) {
        return new CommandLine.ParameterException(Objects.requireNonNull(spec).commandLine(), message);
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
