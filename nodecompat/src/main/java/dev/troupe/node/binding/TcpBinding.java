package dev.troupe.node.binding;

import dev.troupe.core.spi.PortDeniedException;
import dev.troupe.core.spi.Ports;
import dev.troupe.js.spi.Binding;
import dev.troupe.js.spi.BindingFactory;
import dev.troupe.js.spi.Realm;
import dev.troupe.node.bytes.TextEncoding;
import dev.troupe.node.netty.Connection;
import dev.troupe.node.netty.Connector;
import dev.troupe.node.netty.Listener;
import dev.troupe.node.netty.Network;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Optional;
import org.graalvm.polyglot.Value;

/**
 * {@code internalBinding('tcp')}: listeners and connections, and the HTTP parser that a connection can have in front.
 * Made once for each realm, on its first use of sockets; called on its loop. Its sockets end with the actor's scope.
 *
 * <p>Writes answer the number of bytes taken, or its bitwise complement if the program shall wait for {@code drained}.
 */
public final class TcpBinding implements BindingFactory {
    @Override
    public Object create(Realm realm) {
        Network network = new Network(realm.actor());
        SocketCallbacks callbacks = new SocketCallbacks();
        Binding binding = Binding.of(realm);
        handles(binding, realm, network, callbacks);
        streams(binding);
        options(binding);
        parser(binding, callbacks);
        return binding.build();
    }

    private static void handles(Binding binding, Realm realm, Network network, SocketCallbacks callbacks) {
        binding.function("onServers", a -> {
                    callbacks.servers(a);
                    return null;
                })
                .function("onSockets", a -> {
                    callbacks.sockets(a[0]);
                    return null;
                })
                .function("listen", a -> listen(realm, network, callbacks, a))
                .function("connect", a -> {
                    Connection connection = Connector.connect(
                            network, a[1].asString(), a[2].asInt(), a[3].asInt(), a[4].asString(), a[5].asInt());
                    ConnectionSink handle = new ConnectionSink(realm, callbacks, connection);
                    handle.owner(a[0]);
                    return handle;
                })
                .function("adopt", a -> {
                    handle(a).owner(a[1]);
                    return null;
                });
    }

    /** Arguments: owner, host or "", port, backlog. Answers a handle, or Node's code of the failure. */
    private static Object listen(Realm realm, Network network, SocketCallbacks callbacks, Value[] a) {
        Value owner = a[0];
        try {
            Ports.Listening permit = realm.actor().ports().listen(a[1].asString(), a[2].asInt());
            return Listener.open(
                    network,
                    permit,
                    a[3].asInt(),
                    connection ->
                            realm.enter(callbacks.connection, owner, new ConnectionSink(realm, callbacks, connection)),
                    () -> realm.enter(callbacks.listenerClosed, owner));
        } catch (PortDeniedException denied) {
            return "EACCES";
        } catch (Listener.BindFailure failure) {
            return failure.code() + " " + failure.address();
        }
    }

    private static void streams(Binding binding) {
        binding.function("readStart", a -> {
                    connection(a).readStart();
                    return null;
                })
                .function("readStop", a -> {
                    connection(a).readStop();
                    return null;
                })
                .function("writeBytes", TcpBinding::writeBytes)
                .function("writeText", TcpBinding::writeText)
                .function("utf8Length", a -> TextEncoding.UTF8.byteLength(a[0].asString()))
                .function("shutdown", a -> {
                    connection(a).shutdown();
                    return null;
                })
                .function("reset", a -> {
                    connection(a).reset();
                    return null;
                })
                .function("close", a -> {
                    if (a[0].asHostObject() instanceof Listener listener) {
                        listener.close();
                    } else {
                        connection(a).close();
                    }
                    return null;
                });
    }

    /** Arguments: handle, array buffer, offset, length. */
    private static int writeBytes(Value[] a) {
        Connection connection = connection(a);
        int length = a[3].asInt();
        int taken = Math.min(length, connection.room());
        if (taken > 0 && connection.write(ByteViews.read(a[1], a[2].asInt(), taken)) && taken == length) {
            return taken;
        }
        return connection.awaitDrain() ? ~taken : taken;
    }

    /** Arguments: handle, text, encoding; the text is short, so that it may pass the bound once. */
    private static int writeText(Value[] a) {
        Connection connection = connection(a);
        if (connection.room() == 0) {
            return connection.awaitDrain() ? ~0 : 0;
        }
        byte[] bytes = TextEncoding.of(a[2].asInt()).encode(a[1].asString());
        return connection.write(bytes) ? bytes.length : ~bytes.length;
    }

    private static void options(Binding binding) {
        binding.function("noDelay", a -> {
                    connection(a).noDelay(a[1].asBoolean());
                    return null;
                })
                .function("keepAlive", a -> {
                    connection(a).keepAlive(a[1].asBoolean());
                    return null;
                })
                .function("ref", a -> {
                    if (a[0].asHostObject() instanceof Listener listener) {
                        listener.ref();
                    } else {
                        connection(a).ref();
                    }
                    return null;
                })
                .function("unref", a -> {
                    if (a[0].asHostObject() instanceof Listener listener) {
                        listener.unref();
                    } else {
                        connection(a).unref();
                    }
                    return null;
                })
                .function("local", a -> {
                    if (a[0].asHostObject() instanceof Listener listener) {
                        return text(Optional.of(listener.local()));
                    }
                    return text(connection(a).local());
                })
                .function("remote", a -> text(connection(a).remote()))
                .function("bytesRead", a -> (double) connection(a).bytesRead())
                .function("queuedBytes", a -> (double) connection(a).queuedBytes());
    }

    /** Family, port and address, with a blank between; empty if there is none. */
    private static String text(Optional<InetSocketAddress> address) {
        if (address.isEmpty()) {
            return "";
        }
        InetSocketAddress known = address.get();
        boolean six = known.getAddress() instanceof Inet6Address;
        return (six ? "IPv6 " : "IPv4 ") + known.getPort() + " " + Addresses.text(known.getAddress());
    }

    private static void parser(Binding binding, SocketCallbacks callbacks) {
        binding.function("onMessages", a -> {
                    callbacks.messages(a[0]);
                    return null;
                })
                .function("parseRequests", a -> {
                    handle(a).parsed(a[1]);
                    handle(a).connection().parseRequests(a[2].asInt(), new byte[0]);
                    return null;
                })
                .function("parseResponses", a -> {
                    handle(a).parsed(a[1]);
                    connection(a).parseResponses(a[2].asInt());
                    return null;
                })
                .function("asks", a -> {
                    connection(a).asks(a[1].asString());
                    return null;
                })
                .function("parseAgain", a -> {
                    connection(a).parseRequests(a[1].asInt(), ByteViews.read(Arrays.copyOfRange(a, 2, 5), 0));
                    return null;
                })
                .function("parseNothing", a -> {
                    handle(a).parsed(null);
                    connection(a).parseNothing();
                    return null;
                })
                .function("answered", a -> {
                    connection(a).answered();
                    return null;
                });
    }

    private static ConnectionSink handle(Value[] a) {
        return a[0].asHostObject();
    }

    private static Connection connection(Value[] a) {
        return handle(a).connection();
    }
}
