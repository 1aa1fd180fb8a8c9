package dev.troupe.node.url;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * IPv4 addresses as URLs write them: one to four numbers, decimal, octal or hexadecimal
 * (url.spec.whatwg.org/#concept-ipv4-parser). Pure functions, any thread. Nothing is kept.
 */
final class Ipv4 {
    private static final long TOO_LARGE = 1L << 33;

    private Ipv4() {}

    static boolean endsInNumber(String host) {
        List<String> parts = parts(host);
        if (parts.isEmpty()) {
            return false;
        }
        String last = parts.get(parts.size() - 1);
        return !last.isEmpty() && last.chars().allMatch(c -> c >= '0' && c <= '9') || number(last) >= 0;
    }

    static Optional<String> parse(String host) {
        List<String> parts = parts(host);
        long[] numbers = parts.stream().mapToLong(Ipv4::number).toArray();
        int count = numbers.length;
        if (count > 4 || Arrays.stream(numbers).anyMatch(n -> n < 0)) {
            return Optional.empty();
        }
        long address = numbers[count - 1];
        if (address >= 1L << 8 * (5 - count)) {
            return Optional.empty();
        }
        for (int i = 0; i < count - 1; i++) {
            if (numbers[i] > 255) {
                return Optional.empty();
            }
            address += numbers[i] << 8 * (3 - i);
        }
        return Optional.of(
                (address >> 24) + "." + (address >> 16 & 255) + "." + (address >> 8 & 255) + "." + (address & 255));
    }

    private static List<String> parts(String host) {
        List<String> parts = List.of(host.split("\\.", -1));
        boolean dotAtEnd = parts.size() > 1 && parts.get(parts.size() - 1).isEmpty();
        return dotAtEnd ? parts.subList(0, parts.size() - 1) : parts;
    }

    /** The value, {@link #TOO_LARGE} if it is beyond all addresses, or -1. */
    private static long number(String text) {
        if (text.isEmpty()) {
            return -1;
        }
        String digits = text;
        int radix = 10;
        if (text.startsWith("0x") || text.startsWith("0X")) {
            digits = text.substring(2);
            radix = 16;
        } else if (text.length() > 1 && text.charAt(0) == '0') {
            digits = text.substring(1);
            radix = 8;
        }
        long value = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) < 0x80 ? Character.digit(digits.charAt(i), radix) : -1;
            if (digit < 0) {
                return -1;
            }
            value = Math.min(value * radix + digit, TOO_LARGE);
        }
        return value;
    }
}
