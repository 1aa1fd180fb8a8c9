/**
 * Tests of the repository itself. They live in this module because it is the only one whose class path holds every
 * library module.
 *
 * <p>Starting points: {@link dev.troupe.repository.ArchitectureTest} (who may import what),
 * {@link dev.troupe.repository.SourcesTest} (what the compiler cannot see in the sources),
 * {@link dev.troupe.repository.ModulePathTest} (the module descriptors).
 */
@NullMarked
package dev.troupe.repository;

import org.jspecify.annotations.NullMarked;
