package dev.troupe.node.crypto;

import java.util.Locale;

/**
 * An operation that failed for a reason the program shall see, with Node's code, or in OpenSSL's words where Node hands
 * those on. Immutable; thrown by any thread; a binding turns it into a JS error. It never carries key material.
 */
public final class CryptoFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String type;
    private final String code;
    private final String library;
    private final String reason;

    private CryptoFailure(String type, String code, String message, String library, String reason) {
        super(message);
        this.type = type;
        this.code = code;
        this.library = library;
        this.reason = reason;
    }

    /** An {@code Error} with Node's code. */
    public static CryptoFailure of(String code, String message) {
        return new CryptoFailure("Error", code, message, "", "");
    }

    /** A {@code TypeError} with Node's code. */
    public static CryptoFailure type(String code, String message) {
        return new CryptoFailure("TypeError", code, message, "", "");
    }

    /** A {@code RangeError} with Node's code. */
    public static CryptoFailure range(String code, String message) {
        return new CryptoFailure("RangeError", code, message, "", "");
    }

    /**
     * An error as OpenSSL queues it ({@code error:<number>:<library>::<reason>}), with Node's code made of the reason.
     *
     * @param number eight hexadecimal digits
     * @param library for example {@code Provider routines}
     * @param prefix what Node's code has between {@code ERR_OSSL_} and the reason: empty, or for example {@code EVP_}
     * @param reason for example {@code bad decrypt}
     */
    public static CryptoFailure openSsl(String number, String library, String prefix, String reason) {
        String code = "ERR_OSSL_" + prefix + reason.toUpperCase(Locale.ROOT).replace(' ', '_');
        return new CryptoFailure("Error", code, "error:" + number + ":" + library + "::" + reason, library, reason);
    }

    /** The JS constructor. */
    public String type() {
        return type;
    }

    /** Node's code; empty if the error has none. */
    public String code() {
        return code;
    }

    /** OpenSSL's library, or empty. */
    public String library() {
        return library;
    }

    /** OpenSSL's reason, or empty. */
    public String reason() {
        return reason;
    }

    /** Not recorded: the stack that counts is that of the program. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
