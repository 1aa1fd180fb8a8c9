package dev.troupe.js.module;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a CommonJS text seems to export, also where a text was made to cost much. */
class ExportNamesTest {
    private static final String LOOP = "Object.keys(%s).forEach(function (k) { if (k === 'default') return; });\n";

    @Test
    void namesInQuotesAreReadWithTheirEscapes() {
        assertEquals(
                Set.of("a b", "c"),
                ExportNames.of("exports['\\x61 b'] = 1; exports.c = 2;").names());
    }

    @Test
    void loopsOverRequiredModulesPassTheirNamesOn() {
        String text = "var _a = require('a'); const b = __importStar(require(\"b\"));\n" + LOOP.formatted("_a")
                + LOOP.formatted("b") + LOOP.formatted("unknown");
        assertEquals(List.of("a", "b"), ExportNames.of(text).reexports());
    }

    @Test
    void aNameOfManyEscapesTakesNoMoreStackThanAShortOne() {
        ExportNames.of("exports['" + "\\n".repeat(100_000) + "'] = 1;");
        assertEquals(
                1,
                ExportNames.of("exports['" + "n".repeat(100_000) + "'] = 1;")
                        .names()
                        .size());
    }

    /** One pass for all takes a fraction of a second; one for each loop would take hours. */
    @Test
    void manyLoopsTakeOnePass() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 50_000; i++) {
            text.append(LOOP.formatted("m" + i));
        }
        assertEquals(List.of(), ExportNames.of(text.toString()).reexports());
    }
}
