package dev.troupe.node.path;

/**
 * The head of a Windows path: a drive ({@code C:}), a share ({@code \\server\share}) or neither, and whether a
 * separator follows. A value, any thread. It is taken from one path and tells nothing about others.
 *
 * @param device the drive or share, in Windows spelling, or empty
 * @param absolute is it rooted
 * @param length how many characters of the path it takes, separator included
 */
record WindowsRoot(String device, boolean absolute, int length) {
    private static final WindowsRoot NONE = new WindowsRoot("", false, 0);

    static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }

    static WindowsRoot of(String path) {
        if (path.isEmpty()) {
            return NONE;
        }
        if (WindowsPath.isSeparator(path.charAt(0))) {
            return path.length() > 1 && WindowsPath.isSeparator(path.charAt(1))
                    ? share(path)
                    : new WindowsRoot("", true, 1);
        }
        if (path.length() < 2 || !isLetter(path.charAt(0)) || path.charAt(1) != ':') {
            return NONE;
        }
        boolean rooted = path.length() > 2 && WindowsPath.isSeparator(path.charAt(2));
        return new WindowsRoot(path.substring(0, 2), rooted, rooted ? 3 : 2);
    }

    private static WindowsRoot share(String path) {
        int server = separatorFrom(path, 2);
        if (server == 2 || server == path.length()) {
            return new WindowsRoot("", true, 1);
        }
        int share = server;
        while (share < path.length() && WindowsPath.isSeparator(path.charAt(share))) {
            share++;
        }
        int end = separatorFrom(path, share);
        if (share == path.length()) {
            return new WindowsRoot("", true, 1);
        }
        String host = path.substring(2, server);
        if (host.equals(".") || host.equals("?")) {
            return new WindowsRoot("\\\\" + host, true, 4);
        }
        return new WindowsRoot(
                "\\\\" + host + "\\" + path.substring(share, end), true, Math.min(end + 1, path.length()));
    }

    private static int separatorFrom(String path, int from) {
        int i = from;
        while (i < path.length() && !WindowsPath.isSeparator(path.charAt(i))) {
            i++;
        }
        return i;
    }

    /** Is the path nothing but a share? */
    boolean shareOnly(String path) {
        return device.startsWith("\\\\") && device.length() > 3 && length == path.length() && !endsRooted(path);
    }

    private static boolean endsRooted(String path) {
        return WindowsPath.isSeparator(path.charAt(path.length() - 1));
    }

    /** As {@link #length}, but {@code dirname} and {@code parse} take {@code \\?\x\} for a share like any other. */
    int dirnameLength(String path) {
        if (length == 4 && device.length() == 3) {
            return Math.min(separatorFrom(path, 4) + 1, path.length());
        }
        return Math.min(length, path.length());
    }
}
