package dev.troupe.server.project;

import dev.troupe.server.json.Json;
import dev.troupe.server.json.JsonFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A {@code rivet.json} or {@code rivet.jsonc}. A value; what it says is checked when it is read.
 *
 * @param folder where the file is, and what its paths are relative to
 * @param builds programs to deploy
 * @param functions programs to deploy, to run and to route requests to
 * @param notes settings that change nothing here, for the user to know
 */
public record Project(Path folder, List<ProjectBuild> builds, List<ProjectFunction> functions, List<String> notes) {
    private static final long LONGEST = 1 << 20;

    public Project {
        builds = List.copyOf(builds);
        functions = List.copyOf(functions);
        notes = List.copyOf(notes);
    }

    /**
     * Reads the project of a folder, or the one in a file.
     *
     * @throws ProjectException if there is no such file, or two, or something in it is wrong
     */
    public static Project read(Path folderOrFile) {
        Path file = Files.isDirectory(folderOrFile) ? find(folderOrFile) : folderOrFile;
        try {
            if (!Files.isRegularFile(file)) {
                throw new ProjectException("There is no file " + file + ".");
            }
            if (Files.size(file) > LONGEST) {
                throw new ProjectException(file + " has more than " + LONGEST + " bytes.");
            }
            Path folder = file.toAbsolutePath().resolveSibling("").normalize();
            return ProjectReader.read(
                    folder, file.getFileName().toString(), Json.parseCommented(Files.readAllBytes(file)));
        } catch (JsonFailure broken) {
            throw new ProjectException(file + ": " + broken.text());
        } catch (IOException failure) {
            throw new ProjectException(file + " cannot be read: " + failure + ".", failure);
        }
    }

    private static Path find(Path folder) {
        Path plain = folder.resolve("rivet.json");
        Path commented = folder.resolve("rivet.jsonc");
        if (Files.exists(plain) && Files.exists(commented)) {
            throw new ProjectException("Both " + plain + " and " + commented + " are there: remove one of them.");
        }
        if (!Files.exists(plain) && !Files.exists(commented)) {
            throw new ProjectException("There is neither a rivet.json nor a rivet.jsonc in "
                    + folder.toAbsolutePath().normalize()
                    + ": make one, such as {\"builds\": {\"hello\": {\"script\": \"hello.ts\"}}}.");
        }
        return Files.exists(plain) ? plain : commented;
    }
}
