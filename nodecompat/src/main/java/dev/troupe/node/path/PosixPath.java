package dev.troupe.node.path;

import java.util.List;

/** {@code path.posix} (nodejs.org/api/path.html). Pure functions, any thread. Nothing is kept. */
public final class PosixPath {
    private PosixPath() {}

    static boolean isSeparator(int c) {
        return c == '/';
    }

    public static boolean isAbsolute(String path) {
        return path.startsWith("/");
    }

    public static String normalize(String path) {
        if (path.isEmpty()) {
            return ".";
        }
        boolean absolute = isAbsolute(path);
        String segments = Segments.normalize(path, !absolute, '/', PosixPath::isSeparator);
        boolean trailing = path.endsWith("/");
        if (segments.isEmpty()) {
            return absolute ? "/" : trailing ? "./" : ".";
        }
        return (absolute ? "/" : "") + segments + (trailing ? "/" : "");
    }

    public static String join(List<String> paths) {
        String joined =
                String.join("/", paths.stream().filter(path -> !path.isEmpty()).toList());
        return normalize(joined);
    }

    /**
     * The absolute path of {@code paths}, the rightmost absolute one winning; {@code directory} is where relative ones
     * start.
     */
    public static String resolve(List<String> paths, String directory) {
        StringBuilder resolved = new StringBuilder();
        boolean absolute = false;
        for (int i = paths.size() - 1; i >= -1 && !absolute; i--) {
            String path = i >= 0 ? paths.get(i) : directory;
            if (!path.isEmpty()) {
                resolved.insert(0, path + "/");
                absolute = isAbsolute(path);
            }
        }
        String segments = Segments.normalize(resolved.toString(), !absolute, '/', PosixPath::isSeparator);
        return absolute ? "/" + segments : segments.isEmpty() ? "." : segments;
    }

    /** From one resolved path to another. */
    public static String relative(String from, String to) {
        if (from.equals(to)) {
            return "";
        }
        return Relative.between(
                from.substring(1), to.substring(1), '/', from.equals("/"), to.equals("/"), String::equals);
    }

    public static String dirname(String path) {
        int end = Segments.trimmedEnd(path, 1, PosixPath::isSeparator);
        int slash = Segments.lastSeparator(path, 0, end, PosixPath::isSeparator);
        if (path.isEmpty() || slash < 0) {
            return ".";
        }
        if (end == 1) {
            return "/";
        }
        return slash == 0 ? "/" : path.substring(0, slash == 1 && path.startsWith("//") ? 2 : trimTo(path, slash));
    }

    // Node cuts at the last separator only: '/a//b' has the directory '/a/'.
    private static int trimTo(String path, int slash) {
        return Math.min(slash, path.length());
    }

    public static String basename(String path, String suffix) {
        int end = Segments.trimmedEnd(path, 0, PosixPath::isSeparator);
        int slash = Segments.lastSeparator(path, 0, end, PosixPath::isSeparator);
        String base = path.substring(slash + 1, end);
        return path.equals(suffix) ? "" : Segments.withoutSuffix(base, suffix);
    }

    public static String extname(String path) {
        return PathParts.extension(basename(path, ""));
    }

    public static PathParts parse(String path) {
        String root = isAbsolute(path) ? "/" : "";
        String base = basename(path, "");
        int end = Segments.trimmedEnd(path, root.length(), PosixPath::isSeparator);
        int slash = Segments.lastSeparator(path, root.length(), end, PosixPath::isSeparator);
        return PathParts.of(root, slash > 0 ? path.substring(0, slash) : root, base);
    }
}
