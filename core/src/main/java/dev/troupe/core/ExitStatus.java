package dev.troupe.core;

/**
 * How a program ended by itself.
 *
 * @param code the exit code, 0 to 255; 0 is success
 * @param message what happened, for people; empty when the code says all
 */
public record ExitStatus(int code, String message) {
    /** A program that ended well. */
    public static final ExitStatus SUCCESS = new ExitStatus(0, "");
}
