/**
 * The {@code troupe} command: one class a subcommand, each of which asks {@link dev.troupe.core.ActorHost} and prints.
 *
 * <p>Starting points: {@link dev.troupe.server.cli.Troupe} (the command), {@link dev.troupe.server.cli.RunCommand}
 * ({@code troupe run}), {@link dev.troupe.server.cli.DoctorCommand} ({@code troupe doctor}).
 */
@NullMarked
package dev.troupe.server.cli;

import org.jspecify.annotations.NullMarked;
