package dev.troupe.core;

/**
 * What an actor is expected to need. It is kept and told to clients; what bounds an actor is {@link Limits}, since one
 * JVM cannot reserve memory or processors for one of its actors.
 *
 * @param cpu thousandths of a processor; default 100
 * @param memory MiB; default 128
 */
public record Resources(int cpu, int memory) {
    /** The default. */
    public static final Resources DEFAULT = new Resources(100, 128);

    private static final int MOST_CPU = 1_024_000;
    private static final int MOST_MEMORY = 1 << 20;

    public Resources {
        check("cpu", cpu, MOST_CPU);
        check("memory", memory, MOST_MEMORY);
    }

    private static void check(String field, int value, int most) {
        if (value < 1 || value > most) {
            throw new InvalidOptionsException("resources." + field + " is " + value + ": use 1 to " + most + ".");
        }
    }
}
