package dev.troupe.repository;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Who may import what: the picture at the head of the design, as rules over the compiled classes of all library
 * modules. Owned by nobody and run on the test's own thread. A rule fails on the first class that breaks it, and names
 * it.
 */
@Tag("repository")
class ArchitectureTest {

    private static final JavaClasses TROUPE =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("dev.troupe");

    @Test
    void importsFollowTheLayers() {
        check(layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                // store has no classes before it stores anything, and that is no breach
                .withOptionalLayers(true)
                .layer("core")
                .definedBy("dev.troupe.core..")
                .layer("js")
                .definedBy("dev.troupe.js..")
                .layer("node")
                .definedBy("dev.troupe.node..")
                .layer("store")
                .definedBy("dev.troupe.store..")
                .layer("server")
                .definedBy("dev.troupe.server..")
                .layer("examples")
                .definedBy("dev.troupe.examples..")
                .whereLayer("core")
                .mayNotAccessAnyLayer()
                .whereLayer("js")
                .mayOnlyAccessLayers("core")
                .whereLayer("node")
                .mayOnlyAccessLayers("js", "core")
                .whereLayer("store")
                .mayOnlyAccessLayers("core")
                .whereLayer("server")
                .mayOnlyAccessLayers("store", "node", "js", "core")
                .whereLayer("examples")
                .mayNotBeAccessedByAnyLayer());
    }

    @Test
    void everyLibraryModuleWithClassesIsLookedAt() {
        // A rule that sees no classes holds: this is what makes the others mean something.
        var seen = TROUPE.stream()
                .map(type -> type.getPackageName().replaceFirst("^(dev\\.troupe\\.\\w+).*", "$1"))
                .collect(Collectors.toCollection(TreeSet::new));
        var written = Checkout.javaFiles("src/main/java").stream()
                .map(file -> Checkout.root().relativize(file).toString().replace('\\', '/'))
                .filter(file -> !file.endsWith("-info.java") && !file.startsWith("benchmarks/"))
                .map(file -> file.replaceFirst("^.*?/dev/troupe/(\\w+)/.*", "dev.troupe.$1"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(written, seen);
    }

    @Test
    void noPackagesImportEachOtherInACircle() {
        check(slices().matching("dev.troupe.(**)").should().beFreeOfCycles());
    }

    @Test
    void coreNeedsTheJdkOnly() {
        check(classes()
                .that()
                .resideInAPackage("dev.troupe.core..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.troupe.core..", "java..", "javax..", "com.sun.management..", "org.jspecify.."));
    }

    @Test
    void theEngineShowsInTheRuntimeAndInBindingsOnly() {
        confine(List.of("org.graalvm..", "com.oracle.truffle.."), "dev.troupe.js..", "dev.troupe.node.binding..");
    }

    @Test
    void nettyShowsInTheNettyPackageAndInTheServerOnly() {
        confine(List.of("io.netty.."), "dev.troupe.node.netty..", "dev.troupe.server..");
    }

    @Test
    void jacksonShowsInPackagesNamedJsonOnly() {
        confine(List.of("tools.jackson..", "com.fasterxml.."), "dev.troupe..json..");
    }

    @Test
    void sqlShowsInTheStoreOnly() {
        confine(List.of("java.sql..", "javax.sql..", "org.sqlite.."), "dev.troupe.store..");
    }

    @Test
    void threadsAreMadeInFourPlacesOnly() {
        check(noClasses()
                .that()
                .haveNameNotMatching(ThreadMaking.PLACES)
                .should()
                .callCodeUnitWhere(ThreadMaking.MAKES_A_THREAD)
                .because("threads are made by the scheduler, the blocking pool, the watchdog and the Netty transport"));
    }

    @Test
    void noClassIsNamedAfterNothing() {
        check(noClasses().should().haveNameMatching(".*[.$][A-Za-z0-9]*(Utils?|Helper|Manager|Impl|Data|Info)"));
    }

    @Test
    void publicMethodsOfCoreHaveNoGetPrefix() {
        check(methods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage("dev.troupe.core..")
                .and()
                .arePublic()
                .should()
                .haveNameNotMatching("get([A-Z].*)?"));
    }

    /** Types of {@code packages} are imported by classes of {@code places} only. */
    private static void confine(List<String> packages, String... places) {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(places)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages.toArray(String[]::new)));
    }

    private static void check(ArchRule rule) {
        rule.check(TROUPE);
    }
}
