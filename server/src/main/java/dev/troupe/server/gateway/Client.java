package dev.troupe.server.gateway;

import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import java.net.InetSocketAddress;

/** What an exchange needs of the connection, or stream, that it came on. On the connection's thread. */
interface Client {
    /** Who is connected. */
    InetSocketAddress remote();

    boolean isSecure();

    EventLoop loop();

    /** The pipes that serve nobody now. */
    Pipes pipes();

    /** What is waited for. */
    Deadline deadline();

    /** Can it become something else than HTTP? */
    boolean canSwitch();

    /** Bytes that come now are not HTTP, or they are again. */
    void hold(boolean on);

    boolean isWritable();

    /** Writes the head of an answer. */
    void write(HttpResponse head, boolean bodyless);

    /** Writes what belongs to the answer whose head was written. */
    void write(HttpObject part);

    void flush();

    /** The exchange can take parts of its request. */
    void goOn();

    /** Reads on if what comes can be passed on. */
    void pull();

    /** The exchange is over, and all was written. */
    void finished(boolean keepAlive);

    /**
     * The exchange ends in the middle of its answer.
     *
     * @param reset whether only a reset tells so
     */
    void abort(boolean reset);

    /**
     * Both sides speak another protocol from here on.
     *
     * @param ended called when they have stopped
     */
    void switchTo(Pipe pipe, HttpResponse answer, Runnable ended);
}
