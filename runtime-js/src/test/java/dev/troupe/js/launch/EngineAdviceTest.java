package dev.troupe.js.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EngineAdviceTest {
    private static final Runtime.Version ENGINE = Runtime.Version.parse("25.0.3");
    private static final Optional<Path> COMPILER = Optional.of(Path.of("/compiler"));
    private static final String HOTSPOT = "OpenJDK 64-Bit Server VM";

    private static Jvm stock(String version) {
        return new Jvm(Runtime.Version.parse(version), HOTSPOT, "Temurin-" + version, true, true);
    }

    @ParameterizedTest
    @CsvSource({"17.0.15,false", "21.0.5,false", "24,false", "25.0.2,false", "25.0.3,true", "25.0.4,true", "26,false"})
    void aStockJvmOptimisesOnlyInTheEnginesOwnFeatureReleaseFromTheEnginesVersionOn(String version, boolean optimised) {
        EngineAdvice advice = EngineAdvice.of(stock(version), ENGINE, COMPILER);
        assertEquals(optimised, advice.optimised(), advice.cause());
        assertEquals(optimised, advice.flags().contains("-XX:+EnableJVMCI"));
    }

    @Test
    void anInterpreterOnlyAdviceSaysWhatToDo() {
        assertTrue(EngineAdvice.of(stock("17.0.15"), ENGINE, COMPILER).cause().contains("use JDK 25.0.3"));
        EngineAdvice withoutJars = EngineAdvice.of(stock("25.0.3"), ENGINE, Optional.empty());
        assertFalse(withoutJars.optimised());
        assertTrue(withoutJars.cause().contains("org.graalvm.compiler:compiler"), withoutJars.cause());
    }

    @Test
    void aPlaceHolderInTheImageIsUpgradedAndItsAbsenceNeedsAPlainModulePath() {
        assertTrue(EngineAdvice.of(stock("25.0.3"), ENGINE, COMPILER)
                .flags()
                .contains("--upgrade-module-path=" + Path.of("/compiler")));
        Jvm linked = new Jvm(Runtime.Version.parse("25.0.3"), HOTSPOT, "", true, false);
        assertTrue(EngineAdvice.of(linked, ENGINE, COMPILER).flags().contains("--add-modules=jdk.graal.compiler"));
    }

    @Test
    void aGraalJvmNeedsNoCompilerFlags() {
        Jvm graal = new Jvm(Runtime.Version.parse("25.0.3"), HOTSPOT, "GraalVM CE 25.0.3+9.1", true, true);
        EngineAdvice advice = EngineAdvice.of(graal, ENGINE, Optional.empty());
        assertTrue(advice.optimised());
        assertFalse(advice.flags().contains("-XX:+EnableJVMCI"));
    }

    @Test
    void aJvmWithoutCompilerInterfaceIsToldSo() {
        Jvm openJ9 = new Jvm(Runtime.Version.parse("25.0.3"), "Eclipse OpenJ9 VM", "", false, false);
        EngineAdvice advice = EngineAdvice.of(openJ9, ENGINE, COMPILER);
        assertFalse(advice.optimised());
        assertTrue(advice.cause().contains("OpenJ9"), advice.cause());
    }

    @Test
    void oldJvmsGetNoFlagsTheyDoNotKnow() {
        assertEquals(
                0, EngineAdvice.of(stock("17.0.15"), ENGINE, COMPILER).flags().size());
    }
}
