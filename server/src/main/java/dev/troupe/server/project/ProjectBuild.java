package dev.troupe.server.project;

import java.util.Map;

/**
 * A program of a project. A value.
 *
 * @param name its name, which becomes the tag {@code name} of its builds
 * @param script its file, relative to the project's folder, with slashes
 * @param tags more tags of its builds
 * @param compressed whether the archive is sent in an lz4 frame
 */
public record ProjectBuild(String name, String script, Map<String, String> tags, boolean compressed) {
    public ProjectBuild {
        tags = Map.copyOf(tags);
    }
}
