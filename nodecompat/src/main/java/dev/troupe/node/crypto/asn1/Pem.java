package dev.troupe.node.crypto.asn1;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One block of PEM text (RFC 7468, and RFC 1421 for the headers of old encrypted keys).
 *
 * @param label for example {@code PRIVATE KEY}
 * @param headers {@code Proc-Type} and {@code DEK-Info}, if there are any
 * @param bytes what the base64 text stands for
 */
public record Pem(String label, Map<String, String> headers, byte[] bytes) {
    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String DASHES = "-----";

    public Pem {
        headers = Map.copyOf(headers);
    }

    /** All well-formed blocks of a text, in order; what is between them is skipped. */
    public static List<Pem> blocks(byte[] text) {
        String all = new String(text, StandardCharsets.ISO_8859_1);
        List<Pem> blocks = new ArrayList<>();
        int from = 0;
        while (true) {
            int begin = all.indexOf(BEGIN, from);
            int close = begin < 0 ? -1 : all.indexOf(DASHES, begin + BEGIN.length());
            if (close < 0) {
                return blocks;
            }
            String label = all.substring(begin + BEGIN.length(), close);
            int end = all.indexOf(END + label + DASHES, close);
            if (end < 0) {
                from = begin + BEGIN.length();
                continue;
            }
            add(blocks, label, all.substring(close + DASHES.length(), end));
            from = end;
        }
    }

    private static void add(List<Pem> blocks, String label, String body) {
        Map<String, String> headers = new TreeMap<>();
        StringBuilder base64 = new StringBuilder();
        for (String line : body.split("\r?\n|\r")) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).trim(),
                        line.substring(colon + 1).trim());
            } else {
                base64.append(line.strip());
            }
        }
        try {
            blocks.add(new Pem(label, headers, Base64.getDecoder().decode(base64.toString())));
        } catch (IllegalArgumentException notBase64) {
            return; // such a block is skipped, as one without an end is
        }
    }

    /** The text of a block without headers. */
    public static String text(String label, byte[] bytes) {
        return text(label, List.of(), bytes);
    }

    /** The text of a block with header lines. */
    public static String text(String label, List<String> headers, byte[] bytes) {
        StringBuilder text =
                new StringBuilder(BEGIN).append(label).append(DASHES).append('\n');
        headers.forEach(header -> text.append(header).append('\n'));
        if (!headers.isEmpty()) {
            text.append('\n');
        }
        return text.append(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes))
                .append('\n')
                .append(END)
                .append(label)
                .append(DASHES)
                .append('\n')
                .toString();
    }
}
