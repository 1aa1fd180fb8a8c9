package dev.troupe.core.spi;

import dev.troupe.core.ActorContext;
import dev.troupe.core.Entry;
import dev.troupe.core.ExitStatus;
import dev.troupe.core.Limits;
import dev.troupe.core.LogStream;
import dev.troupe.core.Permissions;
import dev.troupe.core.Script;
import dev.troupe.core.Stdio;
import dev.troupe.core.Usage;
import dev.troupe.core.kv.ActorKv;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/** What core gives to the isolate of one actor: one object for each start; a restarted actor gets a new one. */
public interface ActorRuntime {

    ActorContext context();

    Script script();

    /** Arguments after the script, {@code process.argv.slice(2)}. */
    List<String> arguments();

    /** Node's own flags, {@code process.execArgv}. */
    List<String> runtimeArguments();

    /** How the program begins. */
    Entry entry();

    /** The working directory that was asked for; empty means the program's own folder. */
    Optional<Path> directory();

    /** Where the standard streams go; empty means to the log, and {@link #write} already knows. */
    Optional<Stdio> stdio();

    /** The environment that the program sees, {@code PORT_*} included. */
    Map<String, String> environment();

    Limits limits();

    Permissions permissions();

    EventLoop loop();

    ResourceScope scope();

    Ports ports();

    Meter meter();

    /** The actor's key-value storage, {@code ctx.kv}. */
    ActorKv kv();

    /**
     * The channels that other actors hear. For the one binding that counts them: each call makes a new count. Loop
     * thread.
     */
    Broadcasts broadcasts();

    /** What the actor has used so far, without the turn that runs now. Any thread. */
    Usage usage();

    /** The host's bounded pool for calls that block (files, DNS). Work there posts its result to {@link #loop}. */
    Executor blocking();

    /**
     * Writes to a standard stream: to {@link #stdio} if there is one, else bytes of UTF-8 text to the actor's log,
     * where core cuts lines. Any thread.
     */
    void write(LogStream stream, byte[] utf8);

    /** {@code start(ctx)} was called and did not throw. Once, on the loop. */
    void started();

    /**
     * The program has ended by itself: its loop is empty, it called {@code process.exit}, or it failed. First call
     * wins. The isolate runs no program code after it. Any thread.
     */
    void exit(ExitStatus status);
}
