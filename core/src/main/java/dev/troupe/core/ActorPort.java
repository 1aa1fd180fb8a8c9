package dev.troupe.core;

import java.net.InetSocketAddress;
import java.net.URI;

/**
 * A declared port as its program and its clients see it.
 *
 * @param spec what was declared
 * @param address where the actor's listener is bound once it listens; of a port that is routed through the gateway,
 *     what the program sees: no socket is bound there
 * @param url how a client in reach of the host, or of its gateway, connects
 */
public record ActorPort(PortSpec spec, InetSocketAddress address, URI url) {}
