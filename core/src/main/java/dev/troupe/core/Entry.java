package dev.troupe.core;

/** How a program begins. */
public enum Entry {
    /** The default export's {@code start(ctx)} is called: an actor. */
    START,

    /** The module is evaluated and nothing is called, as {@code node FILE} does: a plain Node program. */
    MODULE
}
