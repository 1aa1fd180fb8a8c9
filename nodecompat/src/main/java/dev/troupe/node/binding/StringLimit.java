package dev.troupe.node.binding;

import dev.troupe.js.spi.Realm;

/**
 * Refuses text that would be longer than a string of the realm may be, before anything is copied. Stateless, on the
 * actor's loop.
 */
final class StringLimit {
    private StringLimit() {}

    static void check(Realm realm, long length) {
        int limit = realm.actor().limits().stringLength();
        if (length > limit) {
            throw realm.error(
                    "Error",
                    "ERR_STRING_TOO_LONG",
                    "Cannot create a string longer than 0x" + Integer.toHexString(limit) + " characters");
        }
    }
}
