/**
 * The API from the other side: what the {@code troupe} command asks a host.
 *
 * <p>Starting points: {@link dev.troupe.server.client.ApiClient} (one request),
 * {@link dev.troupe.server.client.Deployer} (a deployment's requests), {@link dev.troupe.server.client.ClientException}
 * (what went wrong).
 */
@NullMarked
package dev.troupe.server.client;

import org.jspecify.annotations.NullMarked;
