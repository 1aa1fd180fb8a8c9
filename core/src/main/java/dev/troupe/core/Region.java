package dev.troupe.core;

/**
 * Where a host says it is; the program reads it as {@code ctx.metadata.region}.
 *
 * @param id a short stable name, for example {@code local} or {@code fra}
 * @param name the name for people
 */
public record Region(String id, String name) {
    /** The default region of a host. */
    public static final Region LOCAL = new Region("local", "Local");
}
