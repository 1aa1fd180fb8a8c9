/**
 * Popular npm packages, unmodified, each doing a real piece of work by {@code import} and by {@code require}; the
 * expected output was printed by Node. Popular servers answer the same questions as under Node.
 *
 * <p>Starting points: {@link dev.troupe.node.packages.PopularPackagesTest},
 * {@link dev.troupe.node.packages.HttpScenario}, {@link dev.troupe.node.packages.NpmPackages}, {@code src/test/npm}.
 */
@NullMarked
package dev.troupe.node.packages;

import org.jspecify.annotations.NullMarked;
