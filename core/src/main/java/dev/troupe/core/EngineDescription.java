package dev.troupe.core;

/**
 * What runs the programs of a host.
 *
 * @param name for example {@code GraalJS 25.0.3}
 * @param optimised whether hot code is compiled to machine code
 * @param cause why, in one sentence with the remedy when it is not optimised
 */
public record EngineDescription(String name, boolean optimised, String cause) {}
