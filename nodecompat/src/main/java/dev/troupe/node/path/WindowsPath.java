package dev.troupe.node.path;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** {@code path.win32} (nodejs.org/api/path.html). Pure functions, any thread. Nothing is kept. */
public final class WindowsPath {
    private static final Pattern DEVICE =
            Pattern.compile("(?:con|prn|aux|nul|(?:com|lpt)[1-9\u00b9\u00b2\u00b3]):", Pattern.CASE_INSENSITIVE);

    private WindowsPath() {}

    static boolean isSeparator(int c) {
        return c == '/' || c == '\\';
    }

    public static boolean isAbsolute(String path) {
        WindowsRoot root = WindowsRoot.of(path);
        return !path.isEmpty() && isSeparator(path.charAt(0)) || root.absolute();
    }

    public static String normalize(String path) {
        if (path.isEmpty()) {
            return ".";
        }
        if (path.length() == 1) {
            return isSeparator(path.charAt(0)) ? "\\" : path;
        }
        WindowsRoot root = WindowsRoot.of(path);
        if (root.device().isEmpty() && !root.absolute() && DEVICE.matcher(path).lookingAt()) {
            return device(path);
        }
        if (root.shareOnly(path)) {
            return root.device() + "\\";
        }
        String tail =
                Segments.normalize(path.substring(root.length()), !root.absolute(), '\\', WindowsPath::isSeparator);
        if (tail.isEmpty() && !root.absolute()) {
            tail = ".";
        }
        if (!tail.isEmpty() && isSeparator(path.charAt(path.length() - 1))) {
            tail += "\\";
        }
        if (!root.absolute() && root.device().isEmpty() && path.indexOf(':') >= 0 && looksLikeDrive(path, tail)) {
            return ".\\" + tail;
        }
        return root.device() + (root.absolute() ? "\\" : "") + tail;
    }

    private static String device(String path) {
        int rest = path.indexOf(':') + 1;
        String tail = Segments.normalize(path.substring(rest), true, '\\', WindowsPath::isSeparator);
        boolean trailing = isSeparator(path.charAt(path.length() - 1));
        return ".\\" + path.substring(0, rest) + (tail.isEmpty() ? "." : tail) + (trailing ? "\\" : "");
    }

    // A relative path must not become one with a drive: './c:/x' stays below the directory.
    private static boolean looksLikeDrive(String path, String tail) {
        if (tail.length() >= 2 && WindowsRoot.isLetter(tail.charAt(0)) && tail.charAt(1) == ':') {
            return true;
        }
        for (int colon = path.indexOf(':'); colon >= 0; colon = path.indexOf(':', colon + 1)) {
            if (colon == path.length() - 1 || isSeparator(path.charAt(colon + 1))) {
                return true;
            }
        }
        return false;
    }

    public static String join(List<String> paths) {
        List<String> given = paths.stream().filter(path -> !path.isEmpty()).toList();
        if (given.isEmpty()) {
            return ".";
        }
        String joined = String.join("\\", given);
        String first = given.get(0);
        int slashes = leadingSeparators(first);
        // Two separators at the head of the first argument mean a share; more, or made by joining, do not.
        if (slashes != 2 || first.length() == 2) {
            int lead = leadingSeparators(joined);
            if (lead >= 2) {
                joined = "\\" + joined.substring(lead);
            }
        }
        return namesDevice(joined) ? joined.replace('/', '\\') : normalize(joined);
    }

    // 'CON:..' is no directory to go up from: such a path stays as it is.
    private static boolean namesDevice(String path) {
        for (String segment : path.split("[\\\\/]")) {
            if (DEVICE.matcher(segment).lookingAt()) {
                return true;
            }
        }
        return false;
    }

    private static int leadingSeparators(String path) {
        int count = 0;
        while (count < path.length() && isSeparator(path.charAt(count))) {
            count++;
        }
        return count;
    }

    /** The absolute path of {@code paths}, each drive on its own; {@code directory} is where relative ones start. */
    public static String resolve(List<String> paths, String directory) {
        String device = "";
        String tail = "";
        boolean absolute = false;
        for (int i = paths.size() - 1; i >= -1; i--) {
            String path = i >= 0 ? paths.get(i) : device.isEmpty() ? directory : deviceDirectory(device, directory);
            if (path.isEmpty()) {
                continue;
            }
            WindowsRoot root = WindowsRoot.of(path);
            if (!root.device().isEmpty()) {
                if (!device.isEmpty() && !root.device().equalsIgnoreCase(device)) {
                    continue; // another drive
                }
                device = device.isEmpty() ? root.device() : device;
            }
            if (!absolute) {
                tail = path.substring(root.length()) + "\\" + tail;
                absolute = root.absolute();
            }
            if (absolute && !device.isEmpty()) {
                break;
            }
        }
        String segments = Segments.normalize(tail, !absolute, '\\', WindowsPath::isSeparator);
        String resolved = device + (absolute ? "\\" : "") + segments;
        return resolved.isEmpty() ? "." : resolved;
    }

    private static String deviceDirectory(String device, String directory) {
        boolean same = directory.length() > 2
                && directory.substring(0, 2).equalsIgnoreCase(device)
                && directory.charAt(2) == '\\';
        return same ? directory : device + "\\";
    }

    /** From one resolved path to another; the target itself if they share no root. */
    public static String relative(String from, String to) {
        if (sameIgnoringCase(from, to)) {
            return "";
        }
        String source = from.substring(leadingSeparators(from));
        String target = to.substring(leadingSeparators(to));
        if (!sameIgnoringCase(firstSegment(source), firstSegment(target))) {
            return to;
        }
        return Relative.between(source, target, '\\', false, false, WindowsPath::sameIgnoringCase);
    }

    private static String firstSegment(String path) {
        int end = path.indexOf('\\');
        return end < 0 ? path : path.substring(0, end);
    }

    private static boolean sameIgnoringCase(String one, String other) {
        return one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
    }

    public static String dirname(String path) {
        if (path.isEmpty()) {
            return ".";
        }
        int root = WindowsRoot.of(path).dirnameLength(path);
        if (root == path.length() && root > 0 && !(root == 1 && path.length() == 1 && !isSeparator(path.charAt(0)))) {
            return path;
        }
        int end = Segments.trimmedEnd(path, Math.max(root, 1), WindowsPath::isSeparator);
        int slash = Segments.lastSeparator(path, root, end, WindowsPath::isSeparator);
        if (slash < 0) {
            return root == 0 ? "." : path.substring(0, root);
        }
        return path.substring(0, slash);
    }

    public static String basename(String path, String suffix) {
        int start = path.length() >= 2 && WindowsRoot.isLetter(path.charAt(0)) && path.charAt(1) == ':' ? 2 : 0;
        int end = Segments.trimmedEnd(path, start, WindowsPath::isSeparator);
        int slash = Segments.lastSeparator(path, start, end, WindowsPath::isSeparator);
        String base = path.substring(Math.max(start, slash + 1), end);
        return path.equals(suffix) ? "" : Segments.withoutSuffix(base, suffix);
    }

    public static String extname(String path) {
        return PathParts.extension(basename(path, ""));
    }

    public static PathParts parse(String path) {
        int root = WindowsRoot.of(path).dirnameLength(path);
        if (root == path.length()) {
            return new PathParts(path, path, "", "", "");
        }
        int end = Segments.trimmedEnd(path, root, WindowsPath::isSeparator);
        int slash = Segments.lastSeparator(path, root, end, WindowsPath::isSeparator);
        String base = path.substring(Math.max(root, slash + 1), end);
        return PathParts.of(
                path.substring(0, root), slash > 0 ? path.substring(0, slash) : path.substring(0, root), base);
    }

    /** The path with a {@code \\?\} prefix, if it is a long enough absolute one. */
    public static String toNamespacedPath(String path, String resolved) {
        if (resolved.length() <= 2) {
            return path;
        }
        if (resolved.startsWith("\\\\")) {
            char c = resolved.charAt(2);
            return c != '?' && c != '.' ? "\\\\?\\UNC\\" + resolved.substring(2) : resolved;
        }
        if (WindowsRoot.isLetter(resolved.charAt(0)) && resolved.startsWith(":\\", 1)) {
            return "\\\\?\\" + resolved;
        }
        return resolved;
    }
}
