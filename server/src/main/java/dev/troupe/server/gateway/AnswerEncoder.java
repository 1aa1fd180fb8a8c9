package dev.troupe.server.gateway;

import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseEncoder;

/**
 * Writes answers, of which those to {@code HEAD} have no body whatever their head says. One for each client's
 * connection, on its thread.
 */
final class AnswerEncoder extends HttpResponseEncoder {
    private boolean bodyless;

    /** Says whether the next answer is one to {@code HEAD}. */
    void bodyless(boolean on) {
        bodyless = on;
    }

    @Override
    protected boolean isContentAlwaysEmpty(HttpResponse response) {
        return bodyless || super.isContentAlwaysEmpty(response);
    }
}
