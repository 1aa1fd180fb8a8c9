package dev.troupe.node.url;

import java.util.Optional;

/**
 * IPv6 addresses as URLs write them (url.spec.whatwg.org/#concept-ipv6-parser). One object parses one address, on one
 * thread. It is garbage afterwards.
 */
final class Ipv6 {
    private final String input;
    private final int[] pieces = new int[8];
    private int at;
    private int piece;
    private int compress = -1;

    private Ipv6(String input) {
        this.input = input;
    }

    /** The eight pieces, or empty. */
    static Optional<int[]> parse(String input) {
        Ipv6 parser = new Ipv6(input);
        return parser.run() ? Optional.of(parser.pieces) : Optional.empty();
    }

    /** The shortest text: the longest run of two or more zeros is left out. */
    static String serialize(int[] pieces) {
        int from = -1;
        int length = 1;
        for (int i = 0; i < 8; i++) {
            int end = i;
            while (end < 8 && pieces[end] == 0) {
                end++;
            }
            if (end - i > length) {
                from = i;
                length = end - i;
            }
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            if (i == from) {
                out.append(i == 0 ? "::" : ":");
                i += length - 1;
                continue;
            }
            out.append(Integer.toHexString(pieces[i]));
            if (i < 7) {
                out.append(':');
            }
        }
        return out.toString();
    }

    private boolean run() {
        if (peek(0) == ':') {
            if (peek(1) != ':') {
                return false;
            }
            at += 2;
            compress = ++piece;
        }
        while (at < input.length()) {
            if (piece == 8) {
                return false;
            }
            if (peek(0) == ':') {
                if (compress >= 0) {
                    return false;
                }
                at++;
                compress = ++piece;
                continue;
            }
            if (!pieceOrTail()) {
                return false;
            }
        }
        return spread();
    }

    private boolean pieceOrTail() {
        int start = at;
        int value = 0;
        while (at - start < 4 && hex(peek(0)) >= 0) {
            value = value * 16 + hex(peek(0));
            at++;
        }
        if (peek(0) == '.') {
            if (at == start || piece > 6) {
                return false;
            }
            at = start;
            return dotted();
        }
        if (peek(0) == ':') {
            at++;
            if (at == input.length()) {
                return false;
            }
        } else if (at < input.length()) {
            return false;
        }
        pieces[piece++] = value;
        return true;
    }

    private boolean dotted() {
        for (int seen = 0; seen < 4; seen++) {
            if (seen > 0 && (at >= input.length() || input.charAt(at++) != '.')) {
                return false;
            }
            int value = -1;
            while (peek(0) >= '0' && peek(0) <= '9') {
                int digit = peek(0) - '0';
                if (value == 0) {
                    return false; // no leading zeros here
                }
                value = value < 0 ? digit : value * 10 + digit;
                if (value > 255) {
                    return false;
                }
                at++;
            }
            if (value < 0) {
                return false;
            }
            pieces[piece] = pieces[piece] * 256 + value;
            if (seen == 1 || seen == 3) {
                piece++;
            }
        }
        return at == input.length();
    }

    private boolean spread() {
        if (compress < 0) {
            return piece == 8;
        }
        int swaps = piece - compress;
        for (int target = 7; target != 0 && swaps > 0; target--, swaps--) {
            int source = compress + swaps - 1;
            int kept = pieces[target];
            pieces[target] = pieces[source];
            pieces[source] = kept;
        }
        return true;
    }

    private int peek(int ahead) {
        return at + ahead < input.length() ? input.charAt(at + ahead) : -1;
    }

    private static int hex(int c) {
        return c >= 0 && c < 0x80 ? Character.digit(c, 16) : -1;
    }
}
