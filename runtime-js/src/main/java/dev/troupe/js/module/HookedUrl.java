package dev.troupe.js.module;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A module's URL where the engine's linker could not take it as it is: of JSON, of which it would make modules of its
 * own, or as a program's hooks gave it, of any scheme. Its key is the URL with everything encoded that a path would
 * take apart. A value.
 *
 * @param url the module's URL
 * @param json whether it was imported as JSON, which makes it another module than the same URL without
 */
record HookedUrl(String url, boolean json) {
    private static final String KEY = "hooked-url:";
    private static final String JSON_KEY = "hooked-json:";

    /** So that no key ends as a file's name: the engine has its own idea of what .json is. */
    private static final String END = ";";

    static boolean isKey(String key) {
        return key.startsWith(KEY) || key.startsWith(JSON_KEY);
    }

    static HookedUrl ofKey(String key) {
        boolean json = key.startsWith(JSON_KEY);
        String encoded = key.substring(json ? JSON_KEY.length() : KEY.length(), key.length() - END.length());
        return new HookedUrl(URLDecoder.decode(encoded, StandardCharsets.UTF_8), json);
    }

    /** The key of a module that hooks resolved: that of a file or a data: URL where there are no two kinds of it. */
    static String key(String url, boolean json) {
        if (!json && url.startsWith("node:")) {
            return url;
        }
        if (!json && url.startsWith("file:") && !url.endsWith(".json")) {
            Resolver.Suffixed suffixed = Resolver.Suffixed.of(url);
            return Path.of(java.net.URI.create(suffixed.text())) + suffixed.suffix();
        }
        return (json ? JSON_KEY : KEY) + URLEncoder.encode(url, StandardCharsets.UTF_8) + END;
    }
}
