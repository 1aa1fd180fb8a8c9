package dev.troupe.node.crypto.x509;

import dev.troupe.node.crypto.asn1.DerReader;
import dev.troupe.node.crypto.asn1.MalformedException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** Text and times in DER (X.690 §8.23, RFC 5280 §4.1.2.5). Stateless, any thread. */
final class DerText {
    static final int UTF8_STRING = 0x0c;
    static final int IA5_STRING = 0x16;
    private static final int BMP_STRING = 0x1e;
    private static final int UTC_TIME = 0x17;
    private static final int PIVOT = 50; // RFC 5280 §4.1.2.5.1
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'");

    private DerText() {}

    /** The next element as text, whatever kind of string it is. */
    static String text(DerReader reader) {
        int tag = reader.tag();
        byte[] bytes = reader.content(tag);
        return switch (tag) {
            case UTF8_STRING -> new String(bytes, StandardCharsets.UTF_8);
            case BMP_STRING -> new String(bytes, StandardCharsets.UTF_16BE);
            default -> new String(bytes, StandardCharsets.ISO_8859_1);
        };
    }

    static ZonedDateTime time(DerReader reader) {
        int tag = reader.tag();
        String text = new String(reader.content(tag), StandardCharsets.ISO_8859_1);
        try {
            if (tag == UTC_TIME) {
                text = (Integer.parseInt(text.substring(0, 2)) < PIVOT ? "20" : "19") + text;
            }
            return LocalDateTime.parse(text, FORMAT).atZone(ZoneOffset.UTC);
        } catch (DateTimeParseException | IndexOutOfBoundsException | NumberFormatException malformed) {
            throw new MalformedException("a time that is " + text);
        }
    }
}
