package dev.troupe.core.kv;

/** What the bytes of a value are. */
public enum KvFormat {
    /** A JavaScript value, serialized by the structured clone algorithm. */
    VALUE("value", 0),

    /** The program's own bytes. */
    ARRAY_BUFFER("arrayBuffer", 1);

    private final String label;
    private final int code;

    KvFormat(String label, int code) {
        this.label = label;
        this.code = code;
    }

    /** The name that programs use. */
    public String label() {
        return label;
    }

    /** The number that stores keep. */
    public int code() {
        return code;
    }

    /**
     * The format that a store kept as {@code code}.
     *
     * @throws KvException of kind {@code STORE} if there is none
     */
    public static KvFormat of(int code) {
        for (KvFormat format : values()) {
            if (format.code == code) {
                return format;
            }
        }
        throw new KvException(
                KvException.Kind.STORE, "A stored value is damaged: no format has the number " + code + ".");
    }
}
