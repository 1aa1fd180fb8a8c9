package dev.troupe.node.zlib;

/** Why a codec cannot go on, in the words of Node's errors: a code, its number and a text. A value. */
public final class CodecFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final int number;

    public CodecFailure(String code, int number, String message) {
        super(message, null, false, false); // JS shows none of Java's frames
        this.code = code;
        this.number = number;
    }

    static CodecFailure malformed(String message) {
        return new CodecFailure("Z_DATA_ERROR", -3, message);
    }

    static CodecFailure truncated() {
        return new CodecFailure("Z_BUF_ERROR", -5, "unexpected end of file");
    }

    static CodecFailure wrongState() {
        return new CodecFailure("Z_STREAM_ERROR", -2, "stream error");
    }

    public String code() {
        return code;
    }

    public int number() {
        return number;
    }

    /** The text that JS shows. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
