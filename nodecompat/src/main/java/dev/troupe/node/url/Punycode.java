package dev.troupe.node.url;

import java.util.Optional;

/**
 * Punycode (RFC 3492). Pure functions, any thread. Input of any length is taken; the work grows with the square of the
 * non-ASCII characters.
 */
public final class Punycode {
    private static final int BASE = 36;
    private static final int T_MIN = 1;
    private static final int T_MAX = 26;
    private static final int SKEW = 38;
    private static final int DAMP = 700;
    private static final int INITIAL_BIAS = 72;
    private static final int INITIAL_N = 128;

    private Punycode() {}

    /** Encodes, without the {@code xn--} prefix; empty on overflow. */
    public static Optional<String> encode(String text) {
        int[] points = text.codePoints().toArray();
        StringBuilder out = new StringBuilder();
        for (int point : points) {
            if (point < INITIAL_N) {
                out.append((char) point);
            }
        }
        int basic = out.length();
        if (basic > 0) {
            out.append('-');
        }
        int n = INITIAL_N;
        long delta = 0;
        int bias = INITIAL_BIAS;
        for (int handled = basic; handled < points.length; ) {
            int next = smallestFrom(points, n);
            delta += (long) (next - n) * (handled + 1);
            n = next;
            for (int point : points) {
                if (point < n) {
                    delta++;
                }
                if (delta > Integer.MAX_VALUE) {
                    return Optional.empty();
                }
                if (point == n) {
                    appendDelta(out, (int) delta, bias);
                    bias = adapt((int) delta, handled + 1, handled == basic);
                    delta = 0;
                    handled++;
                }
            }
            delta++;
            n++;
        }
        return Optional.of(out.toString());
    }

    /** Decodes what follows {@code xn--}; empty if malformed. */
    public static Optional<String> decode(String text) {
        StringBuilder out = new StringBuilder();
        int last = text.lastIndexOf('-');
        for (int i = 0; i < last; i++) {
            if (text.charAt(i) >= 0x80) {
                return Optional.empty();
            }
            out.append(text.charAt(i));
        }
        int count = Math.max(last, 0);
        int n = INITIAL_N;
        int bias = INITIAL_BIAS;
        long i = 0;
        int at = last < 0 ? 0 : last > 0 ? last + 1 : 1;
        while (at < text.length()) {
            long before = i;
            long weight = 1;
            for (int k = BASE; ; k += BASE) {
                int digit = at < text.length() ? digit(text.charAt(at++)) : -1;
                if (digit < 0) {
                    return Optional.empty();
                }
                i += digit * weight;
                int t = threshold(k, bias);
                if (digit < t) {
                    break;
                }
                weight *= BASE - t;
                if (i > Integer.MAX_VALUE || weight > Integer.MAX_VALUE) {
                    return Optional.empty();
                }
            }
            count++;
            bias = adapt((int) Math.min(i - before, Integer.MAX_VALUE), count, before == 0);
            n += (int) (i / count);
            i %= count;
            if (n < 0 || n > Character.MAX_CODE_POINT) {
                return Optional.empty();
            }
            out.insert(out.offsetByCodePoints(0, (int) i), Character.toString(n));
            i++;
        }
        return Optional.of(out.toString());
    }

    private static int smallestFrom(int[] points, int n) {
        int smallest = Integer.MAX_VALUE;
        for (int point : points) {
            if (point >= n && point < smallest) {
                smallest = point;
            }
        }
        return smallest;
    }

    private static void appendDelta(StringBuilder out, int delta, int bias) {
        int q = delta;
        for (int k = BASE; ; k += BASE) {
            int t = threshold(k, bias);
            if (q < t) {
                break;
            }
            out.append(symbol(t + (q - t) % (BASE - t)));
            q = (q - t) / (BASE - t);
        }
        out.append(symbol(q));
    }

    private static int threshold(int k, int bias) {
        return Math.min(Math.max(k - bias, T_MIN), T_MAX);
    }

    private static int adapt(int delta, int points, boolean first) {
        int d = first ? delta / DAMP : delta / 2;
        d += d / points;
        int k = 0;
        while (d > (BASE - T_MIN) * T_MAX / 2) {
            d /= BASE - T_MIN;
            k += BASE;
        }
        return k + (BASE - T_MIN + 1) * d / (d + SKEW);
    }

    private static char symbol(int digit) {
        return (char) (digit < 26 ? 'a' + digit : '0' + digit - 26);
    }

    private static int digit(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0' + 26;
        }
        int letter = c | 0x20;
        return letter >= 'a' && letter <= 'z' && c < 0x80 ? letter - 'a' : -1;
    }
}
