package dev.troupe.core;

/**
 * How the front door finds the machinery behind it, without a package cycle. For core only; found with
 * {@link java.util.ServiceLoader}.
 */
public interface HostProvider {

    /** Opens a host. */
    ActorHost open(HostSettings settings);
}
