package dev.troupe.js.module;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;

/**
 * A module whose URL is its text (nodejs.org/api/esm.html#data-imports). Its key is the URL with everything encoded
 * that a path would take apart. A value.
 *
 * @param url the URL as it was written
 * @param mediaType what comes before the parameters
 * @param base64 whether the rest is so encoded
 * @param encoded the rest
 */
record DataUrl(String url, String mediaType, boolean base64, String encoded) {
    private static final String SCHEME = "data:";
    /** Not the scheme itself: that the engine's linker takes for its own. */
    private static final String KEY = "data-url:";

    static boolean isKey(String key) {
        return key.startsWith(KEY);
    }

    static DataUrl ofKey(String key) {
        return parse(SCHEME + URLDecoder.decode(key.substring(KEY.length()), StandardCharsets.UTF_8));
    }

    static DataUrl parse(String url) {
        int comma = url.indexOf(',');
        if (comma < 0) {
            throw ModuleException.typeError("ERR_INVALID_URL", "Invalid URL");
        }
        String[] head = url.substring(SCHEME.length(), comma).split(";", -1);
        boolean base64 = head.length > 1 && head[head.length - 1].equals("base64");
        return new DataUrl(url, head[0], base64, url.substring(comma + 1));
    }

    Resolved resolved() {
        String key = KEY + URLEncoder.encode(url.substring(SCHEME.length()), StandardCharsets.UTF_8);
        return new Resolved(key, Path.of(key), format());
    }

    Format format() {
        return switch (mediaType) {
            case "text/javascript", "application/javascript" -> Format.MODULE;
            case "application/json" -> Format.JSON;
            default ->
                throw ModuleException.error(
                        "ERR_UNKNOWN_MODULE_FORMAT", "Unknown module format: " + mediaType + " for URL " + url);
        };
    }

    String body() {
        String text = percentDecoded(encoded);
        if (!base64) {
            return text;
        }
        return new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8);
    }

    /** A percent sign that begins no escape stands for itself. */
    private static String percentDecoded(String text) {
        String escaped = text.replaceAll("%(?![0-9a-fA-F]{2})", "%25").replace("+", "%2B");
        return URLDecoder.decode(escaped, StandardCharsets.UTF_8);
    }
}
