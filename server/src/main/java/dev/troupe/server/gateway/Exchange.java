package dev.troupe.server.gateway;

import dev.troupe.core.Actor;
import dev.troupe.core.ActorId;
import dev.troupe.core.ActorPort;
import dev.troupe.core.PortSpec;
import dev.troupe.core.Routing;
import dev.troupe.node.netty.transport.GuardedPort;
import dev.troupe.node.netty.transport.GuardedPorts;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.NetUtil;
import io.netty.util.ReferenceCountUtil;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer: finds the actor, asks the gate, waits for the actor if it starts, and passes the request
 * on part by part while the answer comes back. Owned by the client's connection, on its thread. It is over when both
 * are through, or when one of them cannot go on.
 */
final class Exchange {
    /** RFC 9110 §9.2.2: they may be sent again when a pipe broke that had served before. */
    private static final Set<HttpMethod> IDEMPOTENT = Set.of(
            HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.PUT, HttpMethod.DELETE, HttpMethod.TRACE);
    /** What is read of a request whose actor has answered already and closed. */
    private static final int MOST_DISCARDED = 1 << 20;

    private final Site site;
    private final Client client;
    private final HttpRequest request;
    private final Answer answer;
    private final boolean hasBody;
    private @Nullable Actor actor;
    private String port = "";
    private @Nullable ActorId counted;
    private @Nullable Arrival arrival;
    private @Nullable Pipe pipe;
    private boolean webSocket;
    private boolean requestDone;
    private boolean inputEnded;
    private boolean over;
    private long bodyBytes;
    private long discarded;

    Exchange(Site site, Client client, HttpRequest request) {
        this.site = site;
        this.client = client;
        this.request = request;
        HttpVersion version = request.protocolVersion();
        answer = new Answer(
                client,
                request.method().equals(HttpMethod.HEAD),
                version.equals(HttpVersion.HTTP_1_0),
                HttpUtil.isKeepAlive(request));
        hasBody = HttpUtil.isTransferEncodingChunked(request)
                || !"0".equals(request.headers().get(HttpHeaderNames.CONTENT_LENGTH, "0"));
    }

    // ---- where to

    void begin() {
        Refusal wrong = RequestRules.check(request);
        if (wrong != null) {
            answer.closeAfter();
            refuse(wrong);
            return;
        }
        String authority = RequestRules.authority(request);
        String target = RequestRules.originForm(request.uri());
        Destination destination = site.destinations().find(Authority.host(authority), target);
        if (destination instanceof Destination.Port named) {
            arrive(named, authority);
        } else if (destination instanceof Destination.Nobody nobody) {
            refuse(new Refusal(503, "ROUTE_HAS_NO_ACTOR", nobody.message()));
        } else {
            refuse(Refusal.UNKNOWN);
        }
    }

    private void arrive(Destination.Port named, String authority) {
        Actor found = site.host().find(named.actor()).orElse(null);
        if (found == null) {
            refuse(Refusal.noActor(named.actor().toString()));
            return;
        }
        Optional<PortSpec> spec = found.ports().stream()
                .map(ActorPort::spec)
                .filter(one -> one.name().equals(named.port()) && one.routing() == Routing.GUARD)
                .findFirst();
        if (spec.isEmpty()) {
            refuse(Refusal.noPort(named.port()));
            return;
        }
        Visit visit = new Visit(
                request.method().name(),
                Authority.host(authority),
                named.target(),
                request.headers(),
                client.remote(),
                client.isSecure());
        Admission said = site.gate().admit(visit, found, spec.get());
        if (said instanceof Admission.Denied denied) {
            refuse(new Refusal(denied.status(), denied.code(), denied.message()));
        } else if (said instanceof Admission.Admitted admitted) {
            actor = found;
            port = named.port();
            prepare(admitted, authority, named.prefix());
            if (isTooLarge(HttpUtil.getContentLength(request, 0L))) {
                refuse(Refusal.TOO_LARGE);
            } else {
                reach();
            }
        }
    }

    /** Makes the head that the actor sees. */
    private void prepare(Admission.Admitted admitted, String authority, String prefix) {
        webSocket = client.canSwitch() && RequestRules.isWebSocket(request);
        HttpHeaders headers = request.headers();
        boolean trailers = headers.containsValue(HttpHeaderNames.TE, "trailers", true);
        boolean chunked = FieldRules.pass(request);
        admitted.hidden().forEach(headers::remove);
        boolean trusted = site.trusts(client.remote().getAddress());
        String from = NetUtil.toAddressString(client.remote().getAddress());
        FieldRules.forwarded(headers, trusted, from, client.isSecure(), authority, prefix);
        headers.set(HttpHeaderNames.HOST, authority);
        if (chunked) {
            FieldRules.chunked(request);
        }
        if (webSocket) {
            FieldRules.webSocket(request);
            client.hold(true);
        } else if (trailers) {
            FieldRules.takesTrailers(request);
        }
        request.setUri(admitted.target());
        request.setProtocolVersion(HttpVersion.HTTP_1_1);
    }

    private void reach() {
        Actor to = Objects.requireNonNull(actor);
        Optional<GuardedPort> open = GuardedPorts.find(to.id(), port);
        int limit = open.map(GuardedPort::limits)
                .orElseGet(() -> to.snapshot().options().limits())
                .requests();
        if (counted == null && !site.visits().enter(to.id(), limit)) {
            refuse(Refusal.tooMany("requests under way", limit));
            return;
        }
        counted = to.id();
        if (open.isEmpty()) {
            client.deadline().clear(); // nobody waits for the client meanwhile
            arrival = Arrival.of(to, port, client.loop(), site.patience().actor(), this::reach, this::refuse);
        } else {
            connect(open.get());
        }
    }

    private void connect(GuardedPort open) {
        // the actor may be closing a kept pipe this moment, and then a request has to be sent again
        Optional<Pipe> kept = isRepeatable() ? client.pipes().take(open) : Optional.empty();
        if (kept.isPresent()) {
            serve(kept.get());
            return;
        }
        Pipe fresh = new Pipe(open, site.options().headBytes());
        switch (open.connect(client.loop(), client.remote(), fresh).outcome()) {
            case ACCEPTED -> serve(fresh);
            case FULL -> refuse(Refusal.tooMany("connections", open.limits().connections()));
            case BUSY -> refuse(Refusal.BUSY);
            case CLOSED -> reach(); // closed this moment: it is not found again
        }
    }

    private boolean isRepeatable() {
        return !hasBody && IDEMPOTENT.contains(request.method());
    }

    private void serve(Pipe to) {
        arrival = null;
        pipe = to;
        to.serve(this, answer.isToHead());
        to.write(request);
        if (requestDone) { // it is sent again, without a body
            to.write(LastHttpContent.EMPTY_LAST_CONTENT);
        }
        client.goOn();
    }

    // ---- the request

    /** Can parts of the request be taken at all: has it found its actor, or its answer? */
    boolean isReady() {
        return pipe != null || answer.isDone();
    }

    /** Would more of the request's body be passed on at once? */
    boolean takesMore() {
        Pipe to = pipe;
        return to == null || to.isWritable();
    }

    boolean requestDone() {
        return requestDone;
    }

    /** The next part of the body. */
    void content(HttpContent part) {
        if (part.decoderResult().isFailure()) {
            part.release();
            fail(Refusal.malformed("The request's body is not valid."));
            return;
        }
        int length = part.content().readableBytes();
        bodyBytes += length;
        if (isTooLarge(bodyBytes)) {
            part.release();
            fail(Refusal.TOO_LARGE);
            return;
        }
        Pipe to = pipe;
        if (to != null) {
            to.write(part);
        } else {
            part.release();
            discarded += length;
            if (discarded > MOST_DISCARDED) {
                answer.closeAfter();
                finish();
                return;
            }
        }
        if (part instanceof LastHttpContent) {
            requestDone = true;
            settle();
        }
    }

    private boolean isTooLarge(long bytes) {
        return site.options().bodyBytes().isPresent()
                && bytes > site.options().bodyBytes().getAsLong();
    }

    void flushRequest() {
        Pipe to = pipe;
        if (to != null) {
            to.flush();
            if (inputEnded && requestDone) {
                inputEnded = false;
                to.endInput();
            }
        }
    }

    /** The client sends no more, and the request is whole: the actor is told as by a socket. */
    void endInput() {
        inputEnded = true;
        flushRequest();
    }

    void pullClient() {
        client.pull();
    }

    // ---- the answer

    /** May the pipe be read on? */
    boolean mayAnswerMore() {
        return client.isWritable();
    }

    void clientWritable() {
        Pipe from = pipe;
        if (from != null) {
            from.pull();
        }
    }

    void reply(Pipe from, HttpObject part) {
        if (answer.isDone()) { // the actor says more than was asked
            ReferenceCountUtil.release(part);
            pipe = null;
            from.reset();
            client.goOn();
            return;
        }
        if (part.decoderResult().isFailure()) {
            ReferenceCountUtil.release(part);
            broken(Refusal.BAD_ANSWER);
            return;
        }
        switch (answer.take(part)) {
            case MORE -> {}
            case SWITCHED -> switchTo(from);
            case DONE -> settle();
        }
    }

    private void switchTo(Pipe from) {
        if (!webSocket || !requestDone) {
            broken(Refusal.BAD_ANSWER);
            return;
        }
        pipe = null;
        over = true;
        client.switchTo(from, answer.switching(), this::leave);
    }

    void flushAnswer() {
        client.flush();
    }

    /** The actor closed its end. */
    void pipeLost(Pipe from) {
        if (over || pipe != from) {
            return;
        }
        pipe = null;
        if (answer.isDone()) {
            client.goOn(); // what is left of the request is thrown away
        } else if (answer.isBegun()) {
            abort();
        } else if (from.isUsed() && requestDone && isRepeatable()) {
            reach();
        } else {
            refuse(Refusal.NO_ANSWER);
        }
    }

    // ---- endings

    private void settle() {
        if (answer.isDone()) {
            client.flush();
            if (requestDone) {
                finish();
            }
        } else if (!answer.isBegun()) {
            client.deadline().set(Deadline.Wait.ANSWER, site.patience().answer());
        }
    }

    private void finish() {
        over = true;
        leave();
        Pipe from = pipe;
        pipe = null;
        if (from != null) {
            if (requestDone && answer.pipeKeptNanos() > 0) {
                from.release(answer.pipeKeptNanos());
                client.pipes().put(from);
            } else {
                from.close();
            }
        }
        client.finished(answer.keepsAlive());
    }

    /** Answers in the actor's place. */
    private void refuse(Refusal refusal) {
        arrival = null;
        drop();
        client.hold(false);
        if (hasBody && !requestDone) {
            answer.closeAfter();
        }
        answer.refuse(refusal);
        if (!answer.keepsAlive() || requestDone) {
            finish();
        } else {
            client.goOn(); // the end of a request without a body is still to come
        }
    }

    private void broken(Refusal refusal) {
        if (answer.isBegun()) {
            abort();
        } else {
            refuse(refusal);
        }
    }

    /** The request cannot go on. */
    private void fail(Refusal refusal) {
        answer.closeAfter();
        broken(refusal);
    }

    private void abort() {
        over = true;
        leave();
        drop();
        client.abort(answer.endsWithTheConnection());
    }

    private void drop() {
        Pipe from = pipe;
        pipe = null;
        if (from != null) {
            from.reset();
        }
        if (arrival != null) {
            arrival.cancel();
            arrival = null;
        }
    }

    private void leave() {
        if (counted != null) {
            site.visits().leave(counted);
            counted = null;
        }
    }

    void expired(Deadline.Wait passed) {
        answer.closeAfter();
        broken(passed == Deadline.Wait.ANSWER ? Refusal.TIMEOUT : Refusal.SLOW);
    }

    /** The client is gone. */
    void clientGone() {
        if (!over) {
            over = true;
            leave();
            drop();
        }
    }

    /** Nothing more is served on the client's connection. */
    void closeAfter() {
        answer.closeAfter();
    }
}
