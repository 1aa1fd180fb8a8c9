/**
 * A project on a developer's machine: its {@code rivet.json}, and what of its folder is deployed.
 *
 * <p>Starting points: {@link dev.troupe.server.project.Project} (what the file says),
 * {@link dev.troupe.server.project.Bundle} (the archive of the folder),
 * {@link dev.troupe.server.project.ProjectException} (what is wrong with it).
 */
@NullMarked
package dev.troupe.server.project;

import org.jspecify.annotations.NullMarked;
