package dev.troupe.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.troupe.server.cli.NodeLine.BadOptionException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the words after {@code troupe node} are taken apart. */
final class NodeLineTest {

    private static NodeLine line(String words) {
        return NodeLine.of(List.of(words.split(" ")));
    }

    @Test
    void whatFollowsTheFileIsTheProgramsOwn() {
        NodeLine line = line("--no-warnings -C dev --title=x main.js --inspect -e");
        assertEquals(List.of("--no-warnings", "-C", "dev", "--title=x"), line.flags());
        assertEquals(Optional.of("main.js"), line.file());
        assertEquals(List.of("--inspect", "-e"), line.arguments());
    }

    @Test
    void aTextTakesThePlaceOfTheFile() {
        NodeLine line = line("-p 1+1 a b");
        assertEquals(Optional.of("1+1"), line.text());
        assertEquals(Optional.empty(), line.file());
        assertEquals(List.of("a", "b"), line.arguments());
        assertEquals(Optional.of("1+1"), line("--print --eval 1+1").text());
        assertEquals(Optional.of("1+1"), line("--eval=1+1").text());
    }

    @Test
    void twoDashesEndTheFlags() {
        assertEquals(Optional.of("-odd.js"), line("--no-warnings -- -odd.js").file());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--inspect main.js",
                "--no-such main.js",
                "--trace-exit main.js",
                "--check=yes main.js",
                "--import",
                "-p",
                "--input-type=wasm main.js",
                "--stack-trace-limit=many main.js",
                "--env-file=there-is-no-such-file main.js"
            })
    void whatCannotBeFollowedIsRefused(String words) {
        assertThrows(BadOptionException.class, () -> line(words));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--eval=1", "--env-file=.env", "--inspect", "--max-old-space-size=100"})
    void whatTheEnvironmentMayNotSayIsRefused(String options) {
        assertThrows(BadOptionException.class, () -> NodeLine.checkEnvironment(options));
    }

    @Test
    void theEnvironmentMayName() {
        NodeLine.checkEnvironment("--require ./x.js --conditions=dev");
    }
}
