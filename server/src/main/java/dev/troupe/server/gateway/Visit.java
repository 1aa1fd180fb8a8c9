package dev.troupe.server.gateway;

import io.netty.handler.codec.http.HttpHeaders;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/** A request's head as a {@link Gate} sees it. Made for one question and not to be kept; the connection's thread. */
public final class Visit {
    private final String method;
    private final String authority;
    private final String target;
    private final HttpHeaders fields;
    private final InetSocketAddress client;
    private final boolean secure;

    Visit(
            String method,
            String authority,
            String target,
            HttpHeaders fields,
            InetSocketAddress client,
            boolean secure) {
        this.method = method;
        this.authority = authority;
        this.target = target;
        this.fields = fields;
        this.client = client;
        this.secure = secure;
    }

    /** The method as it was sent; methods differ in upper and lower case. */
    public String method() {
        return method;
    }

    /** The host that the client asked for, in lower case, without a port. */
    public String authority() {
        return authority;
    }

    /**
     * Path and query that the actor would see, with its leading slash. Nothing is decoded or normalised: whoever
     * compares it with a prefix has to think of {@code ..} and of percent-encoding.
     */
    public String target() {
        return target;
    }

    /** The first value of the field {@code name}. */
    public Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** All values of the field {@code name}, in their order. */
    public List<String> fields(String name) {
        return fields.getAll(name);
    }

    /** Who is connected: the client, or a proxy before the gateway. */
    public InetSocketAddress client() {
        return client;
    }

    /** Did it come over TLS? */
    public boolean secure() {
        return secure;
    }

    @Override
    public String toString() {
        return method + " to " + authority; // target and fields may hold secrets
    }
}
