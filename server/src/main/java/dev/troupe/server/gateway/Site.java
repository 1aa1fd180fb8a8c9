package dev.troupe.server.gateway;

import dev.troupe.core.ActorHost;
import dev.troupe.core.AddressRange;
import java.net.InetAddress;

/**
 * What all connections of one gateway share. Owned by the gateway; any thread.
 *
 * @param host whose actors are reached
 * @param gate who may come in
 * @param destinations whom a request means
 * @param options what the gateway is made from
 * @param visits what is under way
 */
record Site(ActorHost host, Gate gate, Destinations destinations, GatewayOptions options, Visits visits) {

    /** Is what {@code peer} says of the client before it believed? */
    boolean trusts(InetAddress peer) {
        for (AddressRange proxies : options.proxies()) {
            if (proxies.contains(peer)) {
                return true;
            }
        }
        return false;
    }

    Patience patience() {
        return options.patience();
    }
}
