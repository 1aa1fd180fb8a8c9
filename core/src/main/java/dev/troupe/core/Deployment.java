package dev.troupe.core;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What is deployed, and under which tags. A value; nothing is read before {@link ActorHost#deploy(Deployment)}.
 *
 * <p>A host with a data directory and durable storage copies the program, so that later changes of the files change no
 * build: of a folder everything in it, of a file or a resource that one file. A program of several files is therefore
 * deployed as its folder.
 *
 * @param source the program
 * @param tags what the build is found by; at most 8
 * @param current whether the build becomes {@code current=true} of its name (the default)
 * @param id the id of the build; empty, the default, means a new one
 */
public record Deployment(Source source, Map<String, String> tags, boolean current, Optional<String> id) {

    public Deployment {
        tags = Map.copyOf(tags);
        OptionRules.checkTags("tag", current ? withCurrent(tags) : tags);
    }

    /** Where a program comes from. */
    public sealed interface Source {}

    /** One file, a resource, or text. */
    public record Single(Script script) implements Source {}

    /**
     * A folder with everything that the program needs, its packages included.
     *
     * @param folder the folder; links in it may only lead to places within it
     * @param main the program's file, relative to the folder
     */
    public record Folder(Path folder, String main) implements Source {
        public Folder {
            folder = folder.toAbsolutePath().normalize();
            Path file = folder.resolve(main).normalize();
            if (!file.startsWith(folder) || file.equals(folder)) {
                throw new InvalidOptionsException(
                        "The program's file \"" + main + "\" is not within the folder " + folder + ".");
            }
        }
    }

    /** Deploys one file, a resource, or text. */
    public static Deployment of(Script script) {
        return new Deployment(new Single(script), Map.of(), true, Optional.empty());
    }

    /** Deploys the folder {@code folder}, whose program is the file {@code main} in it. */
    public static Deployment folder(Path folder, String main) {
        return new Deployment(new Folder(folder, main), Map.of(), true, Optional.empty());
    }

    /** A copy with these tags. */
    public Deployment withTags(Map<String, String> all) {
        return new Deployment(source, all, current, id);
    }

    /** A copy that leaves the tag {@code current} where it is. */
    public Deployment notCurrent() {
        return new Deployment(source, tags, false, id);
    }

    /** A copy with an id that the caller made up; it must be new to the host. */
    public Deployment withId(String unique) {
        return new Deployment(source, tags, current, Optional.of(unique));
    }

    private static Map<String, String> withCurrent(Map<String, String> tags) {
        Map<String, String> all = new java.util.HashMap<>(tags);
        all.put("current", "true");
        return all;
    }
}
