/**
 * Tests of the {@code troupe} command in processes of its own, as a user runs it.
 *
 * <p>Starting points: {@link dev.troupe.server.cli.TroupeProcess}, {@link dev.troupe.server.cli.RunCommandTest},
 * {@link dev.troupe.server.cli.DoctorCommandTest}.
 */
@NullMarked
package dev.troupe.server.cli;

import org.jspecify.annotations.NullMarked;
