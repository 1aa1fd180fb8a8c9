package dev.troupe.core;

/** What an actor speaks on a declared port. */
public enum Protocol {
    HTTP("http"),
    HTTPS("https"),
    TCP("tcp"),
    TCP_TLS("tcp_tls"),
    UDP("udp");

    private final String wireName;

    Protocol(String wireName) {
        this.wireName = wireName;
    }

    /** Is it what the gateway carries? */
    boolean isHttp() {
        return this == HTTP || this == HTTPS;
    }

    /** The name used in JSON, in {@code ctx.metadata} and, where a URL scheme exists, in URLs. */
    public String wireName() {
        return wireName;
    }
}
