package dev.troupe.core.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.troupe.core.ActorState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LifecycleTest {
    /**
     * One line for each state, one column for each event in the order of its enum: where it leads, "-" if it does not
     * matter there.
     */
    private static final String TABLE = """
                          STARTED  ENDED     CRASHED      RETRY     UPGRADE      DESTROY   FREED
            STARTING      RUNNING  STOPPING  BACKING_OFF  -         BACKING_OFF  STOPPING  -
            RUNNING       -        STOPPING  BACKING_OFF  -         BACKING_OFF  STOPPING  -
            BACKING_OFF   -        -         -            STARTING  BACKING_OFF  STOPPING  -
            STOPPING      -        -         -            -         -            -         TERMINATED
            TERMINATED    -        -         -            -         -            -         -
            """;

    @Test
    void everyEventInEveryStateLeadsWhereTheTableSays() {
        List<String> rows = new ArrayList<>();
        rows.add(row("", List.of(Event.values())));
        for (ActorState state : ActorState.values()) {
            List<String> cells = new ArrayList<>();
            for (Event event : Event.values()) {
                cells.add(Lifecycle.next(state, event).map(Enum::name).orElse("-"));
            }
            rows.add(row(state.name(), cells));
        }
        assertEquals(
                TABLE.lines().map(line -> line.trim().replaceAll(" +", " ")).toList(), rows);
    }

    private static String row(String head, List<?> cells) {
        return (head + " "
                        + String.join(" ", cells.stream().map(Object::toString).toList()))
                .trim();
    }
}
