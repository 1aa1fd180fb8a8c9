package dev.troupe.server.gateway;

/**
 * Which actor and port a request names. Asked for each request on its connection's thread, so it answers at once, from
 * memory, and never throws; what the request says is hostile.
 */
@FunctionalInterface
public interface Destinations {

    /**
     * Looks a request up.
     *
     * @param authority the host that the client asked for, in lower case, without a port
     * @param target the path with its leading slash, and the query, as they were sent: nothing is decoded or normalised
     */
    Destination find(String authority, String target);

    /** Asks {@code next} for what this knows nothing of. */
    default Destinations or(Destinations next) {
        return (authority, target) -> {
            Destination found = find(authority, target);
            return found instanceof Destination.Unknown ? next.find(authority, target) : found;
        };
    }
}
