package dev.troupe.node.path;

/**
 * What {@code path.parse} tells (nodejs.org/api/path.html#pathparsepath). A value, any thread. {@code base} is
 * {@code name} and {@code ext}.
 *
 * @param root the root, or empty
 * @param dir all before the last segment
 * @param base the last segment
 * @param ext its extension with the dot, or empty
 * @param name its rest
 */
public record PathParts(String root, String dir, String base, String ext, String name) {

    static PathParts of(String root, String dir, String base) {
        String ext = extension(base);
        return new PathParts(root, dir, base, ext, base.substring(0, base.length() - ext.length()));
    }

    /** From the last dot on, unless it is the first character or the segment is {@code ..}. */
    static String extension(String base) {
        int dot = base.lastIndexOf('.');
        return dot <= 0 || base.equals("..") ? "" : base.substring(dot);
    }
}
