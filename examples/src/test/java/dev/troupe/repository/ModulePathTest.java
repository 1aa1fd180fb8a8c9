package dev.troupe.repository;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor.Provides;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The module descriptors, tried on the class path of this test turned into a module path. Runs on the test's own thread
 * and starts nothing: a module that does not resolve fails here as it would at start.
 */
@Tag("repository")
class ModulePathTest {

    private static final Set<String> LIBRARIES =
            Set.of("dev.troupe.core", "dev.troupe.js", "dev.troupe.node", "dev.troupe.store", "dev.troupe.server");

    private static final String SERVICES = "META-INF/services/";

    private static final List<Path> CLASS_PATH = Arrays.stream(
                    System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .filter(Files::exists)
            .filter(entry -> !entry.endsWith(Path.of("examples", "target", "classes"))
                    && !entry.endsWith(Path.of("examples", "target", "test-classes")))
            .toList();

    @Test
    void everyLibraryModuleResolvesWithAllThatItRequires() {
        Configuration resolved = Configuration.resolve(
                ModuleFinder.of(CLASS_PATH.toArray(Path[]::new)),
                List.of(ModuleLayer.boot().configuration()),
                ModuleFinder.of(),
                LIBRARIES);
        Set<String> names = resolved.modules().stream()
                .map(module -> module.name())
                .filter(LIBRARIES::contains)
                .collect(Collectors.toSet());
        assertEquals(LIBRARIES, names);
    }

    @Test
    void servicesAreDeclaredAlikeForClassPathAndModulePath() throws IOException {
        for (ModuleReference library : libraries()) {
            Map<String, Set<String>> declared = new TreeMap<>();
            for (Provides provides : library.descriptor().provides()) {
                declared.put(provides.service(), new TreeSet<>(provides.providers()));
            }
            assertEquals(services(library), declared, library.descriptor().name());
        }
    }

    @Test
    void everyLibraryModuleIsNamedByItself() {
        List<ModuleReference> libraries = libraries();
        assertEquals(LIBRARIES.size(), libraries.size());
        for (ModuleReference library : libraries) {
            assertFalse(library.descriptor().isAutomatic(), library.descriptor().name());
        }
    }

    private static List<ModuleReference> libraries() {
        ModuleFinder finder = ModuleFinder.of(CLASS_PATH.toArray(Path[]::new));
        return LIBRARIES.stream().map(name -> finder.find(name).orElseThrow()).toList();
    }

    /** {@code META-INF/services} of {@code library}, which is a folder before it is packaged and a jar afterwards. */
    private static Map<String, Set<String>> services(ModuleReference library) throws IOException {
        Map<String, Set<String>> services = new TreeMap<>();
        try (ModuleReader reader = library.open();
                Stream<String> list = reader.list()) {
            List<String> files =
                    list.filter(name -> name.matches(SERVICES + "[^/]+")).toList();
            for (String file : files) {
                try (InputStream in = reader.open(file).orElseThrow()) {
                    Set<String> providers = new String(in.readAllBytes(), UTF_8)
                            .lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                            .collect(Collectors.toCollection(TreeSet::new));
                    services.put(file.substring(SERVICES.length()), providers);
                }
            }
        }
        return services;
    }
}
