package dev.troupe.core;

import java.net.InetSocketAddress;
import java.net.URI;

/**
 * A declared port with the address that the host reserved for it.
 *
 * @param spec what was declared
 * @param address where the actor's listener is bound once it listens
 * @param url how a client in reach of {@code address} connects
 */
public record ActorPort(PortSpec spec, InetSocketAddress address, URI url) {}
