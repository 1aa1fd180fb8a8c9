package dev.troupe.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ActorOptionsTest {
    private static final Script SCRIPT = Script.inline("a.js", "");

    @Test
    void theGatewayCarriesHttpOnlyAndOpensOnlyWhatItCarries() {
        for (Protocol protocol : List.of(Protocol.TCP, Protocol.TCP_TLS, Protocol.UDP)) {
            ActorOptions.Builder options = ActorOptions.builder()
                    .script(Script.inline("a.js", ""))
                    .port(new PortSpec("raw", protocol, Routing.GUARD, OptionalInt.empty()));
            String message = String.valueOf(
                    assertThrows(InvalidOptionsException.class, options::build).getMessage());
            assertTrue(message.contains(protocol.wireName()) && message.contains("Routing.HOST"), message);
        }
        ActorOptions.Builder opened = ActorOptions.builder()
                .script(Script.inline("a.js", ""))
                .port(PortSpec.of("http", Protocol.HTTP).opened());
        assertThrows(InvalidOptionsException.class, opened::build);
    }

    @Test
    void withoutPortsDeclaredAnOptionalHttpPortIsAdded() {
        ActorOptions options = ActorOptions.of(SCRIPT);
        assertTrue(options.implicitPort());
        assertEquals(List.of(PortSpec.of("http", Protocol.HTTP)), options.ports());
        assertEquals(
                List.of(),
                ActorOptions.builder().script(SCRIPT).withoutPorts().build().ports());
    }

    @Test
    void whatIsAtTheLimitIsTaken() {
        build(options -> options.tags(entries(8, 32, 1_024)));
        build(options -> options.env(entries(64, 256, 1_024)));
        build(options -> ports(options, 8));
    }

    @Test
    void whatIsOverALimitIsRefusedWithTheLimitNamed() {
        refused("9 tags are given; the limit is 8.", options -> options.tags(entries(9, 4, 4)));
        refused("has 33 bytes; the limit is 32.", options -> options.tags(entries(1, 33, 4)));
        refused("has 1025 bytes; the limit is 1024.", options -> options.tags(entries(1, 4, 1_025)));
        refused("has 34 bytes; the limit is 32.", options -> options.tags(Map.of("é".repeat(17), "")));
        refused("it must not be empty", options -> options.tags(Map.of("", "")));
        refused("65 environment variables", options -> options.env(entries(65, 4, 4)));
        refused("has 257 bytes", options -> options.env(entries(1, 257, 4)));
        refused("has 1025 bytes", options -> options.env(entries(1, 4, 1_025)));
        refused("contains '='", options -> options.env(Map.of("A=B", "")));
        refused("9 ports", options -> ports(options, 9));
        refused("257 arguments", options -> options.arguments(Collections.nCopies(257, "a")));
    }

    @Test
    void portsThatCollideAreRefused() {
        refused("PORT_A_B", options -> options.port("a-b", Protocol.TCP).port("a_b", Protocol.TCP));
        refused("8080 is declared twice", options -> options.port(
                        new PortSpec("a", Protocol.TCP, Routing.HOST, OptionalInt.of(8080)))
                .port(new PortSpec("b", Protocol.TCP, Routing.HOST, OptionalInt.of(8080))));
        refused("withoutPorts", options -> options.withoutPorts().port("a", Protocol.TCP));
    }

    @Test
    void oneProgramIsNeededAndNotTwo() {
        assertThrows(InvalidOptionsException.class, () -> ActorOptions.builder().build());
        refused("Both", options -> options.buildTags(Map.of("name", "a")));
    }

    @Test
    void limitsRefuseWhatCannotBe() {
        assertThrows(IllegalArgumentException.class, () -> Limits.defaults().withInboxTasks(0));
        assertThrows(IllegalArgumentException.class, () -> Limits.defaults().withTurn(java.time.Duration.ZERO));
        assertEquals(
                java.time.Duration.ZERO,
                Limits.defaults().withGrace(java.time.Duration.ZERO).grace());
    }

    private static void ports(ActorOptions.Builder options, int count) {
        for (int i = 0; i < count; i++) {
            options.port("p" + i, Protocol.TCP);
        }
    }

    private static Map<String, String> entries(int count, int keyBytes, int valueBytes) {
        Map<String, String> entries = new HashMap<>();
        for (int i = 0; i < count; i++) {
            String number = String.format("%02d", i);
            entries.put("k".repeat(keyBytes - 2) + number, "v".repeat(valueBytes));
        }
        return entries;
    }

    private static ActorOptions build(Consumer<ActorOptions.Builder> change) {
        ActorOptions.Builder builder = ActorOptions.builder().script(SCRIPT);
        change.accept(builder);
        return builder.build();
    }

    private static void refused(String part, Consumer<ActorOptions.Builder> change) {
        String message =
                assertThrows(InvalidOptionsException.class, () -> build(change)).getMessage();
        assertTrue(String.valueOf(message).contains(part), message);
    }
}
