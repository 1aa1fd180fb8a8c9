package dev.troupe.node.netty;

import io.netty.channel.ConnectTimeoutException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.Locale;

/** Names failures of sockets as POSIX and Node do. Stateless; a table. */
final class ErrorCodes {
    private ErrorCodes() {}

    static String of(Throwable failure) {
        if (failure instanceof UnknownHostException) {
            return "ENOTFOUND";
        }
        if (failure instanceof ConnectTimeoutException) {
            return "ETIMEDOUT";
        }
        if (failure instanceof ClosedChannelException) {
            return "EPIPE";
        }
        String text = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        String known = byText(text);
        return known.isEmpty() ? byType(failure) : known;
    }

    /** The native transport and the JDK both pass on what {@code strerror} says. */
    private static String byText(String text) {
        if (text.contains("address already in use")) {
            return "EADDRINUSE";
        }
        if (text.contains("cannot assign requested address") || text.contains("can't assign requested address")) {
            return "EADDRNOTAVAIL";
        }
        if (text.contains("permission denied")) {
            return "EACCES";
        }
        if (text.contains("connection refused")) {
            return "ECONNREFUSED";
        }
        if (text.contains("connection reset")) {
            return "ECONNRESET";
        }
        if (text.contains("broken pipe")) {
            return "EPIPE";
        }
        if (text.contains("timed out")) {
            return "ETIMEDOUT";
        }
        if (text.contains("network is unreachable")) {
            return "ENETUNREACH";
        }
        if (text.contains("no route to host") || text.contains("host is unreachable")) {
            return "EHOSTUNREACH";
        }
        if (text.contains("not connected")) {
            return "ENOTCONN";
        }
        if (text.contains("too many open files")) {
            return "EMFILE";
        }
        return "";
    }

    private static String byType(Throwable failure) {
        if (failure instanceof BindException) {
            return "EADDRINUSE";
        }
        if (failure instanceof NoRouteToHostException) {
            return "EHOSTUNREACH";
        }
        if (failure instanceof ConnectException) {
            return "ECONNREFUSED";
        }
        return failure instanceof SocketException ? "ECONNRESET" : "EIO";
    }
}
