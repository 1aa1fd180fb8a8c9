package dev.troupe.server.cli;

import dev.troupe.server.client.Deployer;
import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Says how far a deployment is: a line when a step of it is done, and in between if it takes long. Called by the
 * threads that pack and send.
 */
final class DeployProgress implements Deployer.Report {
    private static final long BETWEEN_NANOS = 2_000_000_000L;

    private final PrintWriter err;
    private final boolean told;
    private final AtomicLong last = new AtomicLong(System.nanoTime());

    DeployProgress(PrintWriter err, boolean told) {
        this.err = err;
        this.told = told;
    }

    @Override
    public void packed(int files, int of) {
        say(files == of, "packed " + files + " of " + of + " files");
    }

    @Override
    public void sent(long bytes, long of) {
        say(bytes == of, "sent " + (bytes >> 10) + " of " + (of >> 10) + " KiB");
    }

    private void say(boolean done, String text) {
        long now = System.nanoTime();
        if (told && (done || now - last.get() > BETWEEN_NANOS)) {
            last.set(now);
            err.println(text);
            err.flush();
        }
    }
}
