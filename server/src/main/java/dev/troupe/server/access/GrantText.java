package dev.troupe.server.access;

import dev.troupe.core.ActorId;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/**
 * A grant as bytes, in one way only, and as the token that is made of them and their code. Actor and port are signed
 * and not sent: the request names them, and a token that is tried on others does not verify. Stateless; pure.
 *
 * <p>Bytes: version, key's id (8), serial (16), begin and end in milliseconds (8 each), uses (4, 0 for any number), the
 * number of methods, each with its length, and the path prefix with its length (2); then the code (32).
 */
final class GrantText {
    static final byte VERSION = 1;
    static final int CODE_BYTES = 32;
    /** The longest prefix, 16 methods of 32 characters, and the rest, in base 64. */
    static final int LONGEST = 2_400;

    private static final int HEAD = 1 + Long.BYTES;
    private static final int MOST_BYTES = 2_048;
    private static final String PURPOSE = "troupe connection 1";

    private GrantText() {}

    /** What a token says before its code is checked: nothing of it may be believed. */
    record Sealed(long keyId, byte[] body, byte[] code) {}

    static String write(Grant grant, SigningKey key) {
        byte[] body = body(grant, key.id());
        byte[] code = key.sign(PURPOSE, scope(grant.actor(), grant.port()), body);
        byte[] all = ByteBuffer.allocate(body.length + code.length)
                .put(body)
                .put(code)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    private static byte[] body(Grant grant, long keyId) {
        ByteBuffer out = ByteBuffer.allocate(MOST_BYTES)
                .put(VERSION)
                .putLong(keyId)
                .putLong(grant.serial().getMostSignificantBits())
                .putLong(grant.serial().getLeastSignificantBits())
                .putLong(grant.notBefore().toEpochMilli())
                .putLong(grant.expiresAt().toEpochMilli())
                .putInt(grant.uses().orElse(0))
                .put((byte) grant.methods().size());
        for (String method : grant.methods()) {
            byte[] text = method.getBytes(StandardCharsets.US_ASCII);
            out.put((byte) text.length).put(text);
        }
        byte[] prefix = grant.paths().toString().getBytes(StandardCharsets.US_ASCII);
        out.putShort((short) prefix.length).put(prefix).flip();
        byte[] bytes = new byte[out.remaining()];
        out.get(bytes);
        return bytes;
    }

    private static byte[] scope(ActorId actor, String port) {
        byte[] name = port.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(2 * Long.BYTES + Integer.BYTES + name.length)
                .putLong(actor.value().getMostSignificantBits())
                .putLong(actor.value().getLeastSignificantBits())
                .putInt(name.length)
                .put(name)
                .array();
    }

    /** Opens a token without believing it. */
    static Optional<Sealed> open(String token) {
        if (token.isEmpty() || token.length() > LONGEST) {
            return Optional.empty();
        }
        byte[] all;
        try {
            all = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        boolean ours = all.length > HEAD + CODE_BYTES
                && all[0] == VERSION
                // the decoder takes padding and ignores the bits that are left over: one grant has one token
                && Base64.getUrlEncoder().withoutPadding().encodeToString(all).equals(token);
        if (!ours) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(all);
        byte[] body = new byte[all.length - CODE_BYTES];
        byte[] code = new byte[CODE_BYTES];
        in.get(body).get(code);
        return Optional.of(new Sealed(ByteBuffer.wrap(body).getLong(1), body, code));
    }

    /** The code that the token would have, were it for that port. */
    static byte[] code(Sealed token, SigningKey key, ActorId actor, String port) {
        return key.sign(PURPOSE, scope(actor, port), token.body());
    }

    /** Reads what was signed. */
    static Optional<Grant> read(Sealed token, ActorId actor, String port) {
        ByteBuffer in = ByteBuffer.wrap(token.body()).position(HEAD);
        try {
            UUID serial = new UUID(in.getLong(), in.getLong());
            Instant begin = Instant.ofEpochMilli(in.getLong());
            Instant end = Instant.ofEpochMilli(in.getLong());
            int uses = in.getInt();
            Set<String> methods = new LinkedHashSet<>();
            for (int left = in.get(); left > 0; left--) {
                methods.add(text(in, in.get()));
            }
            String prefix = text(in, in.getShort());
            if (in.hasRemaining()) {
                return Optional.empty();
            }
            return Optional.of(new Grant(
                    serial,
                    actor,
                    port,
                    methods,
                    prefix.isEmpty() ? PathPrefix.ALL : PathPrefix.of(prefix),
                    begin,
                    end,
                    uses == 0 ? OptionalInt.empty() : OptionalInt.of(uses)));
        } catch (BufferUnderflowException | IllegalArgumentException | NegativeArraySizeException notOurs) {
            return Optional.empty(); // signed by another version: whoever has the key may, but not with this reader
        }
    }

    private static String text(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return new String(bytes, StandardCharsets.US_ASCII);
    }
}
