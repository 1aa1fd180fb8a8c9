package dev.troupe.node.crypto.x509;

import dev.troupe.node.crypto.asn1.Der;
import dev.troupe.node.crypto.asn1.DerReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A name of RFC 5280 §4.2.1.6 as OpenSSL prints it, made safe as Node makes it: what could be taken for another name is
 * a quoted string.
 *
 * @param kind {@code DNS}, {@code URI}, {@code email}, {@code IP Address}, …
 * @param value the text
 * @param unicode does it come from Unicode text, which needs no escape for what is not ASCII?
 * @param bytes the encoded value
 */
record GeneralName(String kind, String value, boolean unicode, byte[] bytes) {
    private static final String UNSUPPORTED = "<unsupported>";
    private static final String XMPP = "1.3.6.1.5.5.7.8.5";
    private static final String SRV = "1.3.6.1.5.5.7.8.7";
    private static final Map<String, String> OTHER_NAMES = Map.of(
            XMPP, "XmppAddr", SRV, "SRVName", "1.3.6.1.5.5.7.8.8", "NAIRealm", "1.3.6.1.5.5.7.8.9", "SmtpUTF8Mailbox");

    static List<GeneralName> readAll(DerReader sequence) {
        List<GeneralName> names = new ArrayList<>();
        while (!sequence.atEnd()) {
            names.add(read(sequence));
        }
        return names;
    }

    static GeneralName read(DerReader reader) {
        int tag = reader.tag();
        if (tag == 0xa0) {
            return other(reader.enter(tag));
        }
        if (tag == 0xa4) {
            String text = DistinguishedName.read(reader.enter(tag).sequence()).line();
            return new GeneralName("DirName", text, true, new byte[0]);
        }
        byte[] bytes = reader.content(tag);
        String latin = new String(bytes, StandardCharsets.ISO_8859_1);
        return switch (tag) {
            case 0x81 -> new GeneralName("email", latin, false, bytes);
            case 0x82 -> new GeneralName("DNS", latin, false, bytes);
            case 0x86 -> new GeneralName("URI", latin, false, bytes);
            case 0x87 -> new GeneralName("IP Address", address(bytes), false, bytes);
            case 0x88 ->
                new GeneralName(
                        "Registered ID",
                        DerReader.of(Der.element(Der.OID, bytes)).oid(),
                        false,
                        bytes);
            case 0xa3 -> new GeneralName("X400Name", UNSUPPORTED, false, bytes);
            default -> new GeneralName("EdiPartyName", UNSUPPORTED, false, bytes);
        };
    }

    private static GeneralName other(DerReader pair) {
        String oid = pair.oid();
        String name = OTHER_NAMES.get(oid);
        DerReader value = pair.enter(0xa0);
        int expected = oid.equals(SRV) ? DerText.IA5_STRING : DerText.UTF8_STRING;
        if (name == null || value.tag() != expected) {
            return new GeneralName("othername", UNSUPPORTED, false, new byte[0]);
        }
        return new GeneralName("othername", name + ":" + DerText.text(value), true, new byte[0]);
    }

    private static String address(byte[] bytes) {
        if (bytes.length == 4) {
            return (bytes[0] & 0xff) + "." + (bytes[1] & 0xff) + "." + (bytes[2] & 0xff) + "." + (bytes[3] & 0xff);
        }
        if (bytes.length != 16) {
            return "<invalid length=" + bytes.length + ">";
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 16; i += 2) {
            int group = (bytes[i] & 0xff) << 8 | bytes[i + 1] & 0xff;
            text.append(i == 0 ? "" : ":")
                    .append(HexFormat.of().withUpperCase().toHexDigits(group, 4).replaceFirst("^0{1,3}", ""));
        }
        return text.toString();
    }

    /** {@code kind:value}, quoted where the value could be mistaken for more than one. */
    String safe() {
        return kind + ":" + (isSafe() ? value : quoted());
    }

    private boolean isSafe() {
        return value.chars().allMatch(c -> c >= ' ' && "\"\\,'".indexOf(c) < 0 && (c <= '~' || unicode && c > 0x7f));
    }

    private String quoted() {
        StringBuilder text = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < ' ' || c == ',' || c > '~' && !(unicode && c > 0x7f)) {
                text.append(String.format("\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        return text.append('"').toString();
    }
}
