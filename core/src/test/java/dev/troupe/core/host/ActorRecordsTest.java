package dev.troupe.core.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.troupe.core.ActorId;
import dev.troupe.core.ActorOptions;
import dev.troupe.core.ActorPage;
import dev.troupe.core.ActorSnapshot;
import dev.troupe.core.ActorState;
import dev.troupe.core.InvalidOptionsException;
import dev.troupe.core.KvLimits;
import dev.troupe.core.Limits;
import dev.troupe.core.PermissionText;
import dev.troupe.core.Permissions;
import dev.troupe.core.PortSpec;
import dev.troupe.core.Protocol;
import dev.troupe.core.Region;
import dev.troupe.core.Resources;
import dev.troupe.core.RestartPolicy;
import dev.troupe.core.Routing;
import dev.troupe.core.TerminationReason;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ActorRecordsTest {
    private static final Instant CREATED = Instant.parse("2026-01-02T03:04:05.000006Z");

    private static ActorSnapshot actor(ActorOptions options, Instant created, Optional<TerminationReason> reason) {
        return new ActorSnapshot(
                ActorId.random(),
                options,
                Region.LOCAL,
                "build-1",
                List.of(),
                reason.isPresent() ? ActorState.TERMINATED : ActorState.STARTING,
                3,
                created,
                Optional.of(created.plusMillis(5)),
                reason.map(why -> created.plusSeconds(9)),
                reason);
    }

    private static ActorOptions everything() {
        return ActorOptions.builder()
                .buildId("build-1")
                .tags(Map.of("room", "lobby", "empty", ""))
                .env(Map.of("A.B", "ü\n=", "C", "2"))
                .port(new PortSpec("game", Protocol.UDP, Routing.HOST, OptionalInt.of(4000)))
                .port("http", Protocol.HTTP)
                .port(PortSpec.guarded("web"))
                .port(PortSpec.guarded("site").opened())
                .arguments(List.of("-x", ""))
                .runtimeArguments(List.of("--no-warnings"))
                .directory(Path.of("/tmp"))
                .resources(new Resources(500, 64))
                .restart(RestartPolicy.onFailure().intensity(3, Duration.ofMinutes(1)))
                .limits(Limits.defaults().withGrace(Duration.ofMillis(1)).withKv(new KvLimits(1, 2, 3, 4, 5, 6L)))
                .permissions(Permissions.builder()
                        .read(Path.of("/var"))
                        .connect("*.example.com")
                        .connect("10.0.0.0/8")
                        .denyConnect("10.1.0.1")
                        .connectPublic(false)
                        .listenAnywhere()
                        .build())
                .build();
    }

    @Test
    void anActorIsReadAsItWasWritten() {
        for (TerminationReason reason : List.of(
                new TerminationReason.Destroyed(),
                new TerminationReason.Lost(),
                new TerminationReason.Exited(),
                new TerminationReason.Failed(3, "three"),
                new TerminationReason.StartFailed(1, "no"),
                new TerminationReason.Killed("turn", "long"))) {
            ActorSnapshot actor = actor(everything(), CREATED, Optional.of(reason));
            byte[] bytes = ActorRecords.write(actor).bytes();
            assertEquals(actor, ActorRecords.read(Fields.of(bytes), Region.LOCAL));
        }
        ActorSnapshot plain = actor(ActorOptions.builder().buildId("build-1").build(), CREATED, Optional.empty());
        assertEquals(
                plain, ActorRecords.read(Fields.of(ActorRecords.write(plain).bytes()), Region.LOCAL));
    }

    @Test
    void permissionsOfAnApplicationsClassAreNotWritten() {
        assertEquals(
                Permissions.trusted(),
                PermissionText.read(PermissionText.write(Permissions.trusted()).orElseThrow()));
        assertThrows(IllegalArgumentException.class, () -> PermissionText.read(List.of("all")));
    }

    @Test
    void aRecordThatIsCutOffIsRefused() {
        byte[] bytes = new Fields().put("id", "1").bytes();
        assertThrows(IllegalArgumentException.class, () -> Fields.of(java.util.Arrays.copyOf(bytes, bytes.length - 1)));
    }

    @Test
    void pagesHaveEveryActorOnceWhateverComesBetween() {
        List<ActorSnapshot> actors = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            actors.add(actor(everything(), CREATED.plusSeconds(i / 3), Optional.empty()));
        }
        List<ActorSnapshot> seen = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            ActorPage page = Paging.page(actors.stream(), cursor, 3);
            seen.addAll(page.actors());
            cursor = page.cursor();
            actors.add(actor(everything(), CREATED.plusSeconds(100), Optional.empty()));
        } while (cursor.isPresent());
        assertEquals(10, seen.size());
        assertEquals(10, seen.stream().distinct().count());
        for (int i = 1; i < seen.size(); i++) {
            assertFalse(seen.get(i).createdAt().isAfter(seen.get(i - 1).createdAt()));
        }
        for (String bad : List.of("", "x", "1.2", "1.2.3", "99999999999999999999.0.a")) {
            assertThrows(InvalidOptionsException.class, () -> Paging.page(actors.stream(), Optional.of(bad), 3), bad);
        }
    }
}
