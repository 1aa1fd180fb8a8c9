package dev.troupe.core.host;

import dev.troupe.core.scheduler.Deadline;
import dev.troupe.core.scheduler.Scheduler;
import dev.troupe.core.spi.Isolate;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The kill ladder of one {@link Incarnation}: the loop refuses tasks; the isolate is killed from a reaper if it does
 * not come to rest by itself; a thread that still does not come back is abandoned; then isolate and scope are closed.
 * Any thread; its own lock; over when {@link HostedActor#freed} was told.
 */
final class Teardown {
    /** For the reaper's own scheduling, on top of the isolate's bound, before a thread is given up. */
    private static final Duration SLACK = Duration.ofMillis(250);

    private static final System.Logger LOG = System.getLogger(Teardown.class.getName());

    private final Incarnation incarnation;
    private final Scheduler scheduler;
    private @Nullable Deadline patience;
    private @Nullable Deadline lastResort;
    private boolean begun;
    private boolean forced;
    private boolean killing;
    private boolean quiet;
    private boolean freeing;
    private boolean abandoned;

    Teardown(Incarnation incarnation, Scheduler scheduler) {
        this.incarnation = incarnation;
        this.scheduler = scheduler;
    }

    /** The program says it is over: kills only if its turn does not end within {@code Limits.kill}. */
    void patiently() {
        synchronized (this) {
            if (begun) {
                return;
            }
            begun = true;
            patience = scheduler.after(incarnation.limits().kill(), this::force);
        }
        incarnation.loop().end();
        freeIfAtRest();
    }

    /** Kills what runs. */
    void force() {
        synchronized (this) {
            if (forced || freeing) {
                return;
            }
            begun = true;
            forced = true;
            killing = true;
            lastResort = scheduler.after(incarnation.limits().kill().plus(SLACK), this::abandon);
        }
        incarnation.loop().killBegins();
        incarnation.loop().end();
        scheduler.reaper().execute(this::kill);
    }

    private void kill() {
        try {
            incarnation.isolate().kill();
        } catch (Throwable failure) { // the ladder goes on whatever the engine says
            log("could not be killed", failure);
        } finally {
            incarnation.loop().killOver();
        }
        atRest(false);
    }

    /** No turn runs, nor will. */
    void quiesced() {
        atRest(true);
    }

    private void atRest(boolean turnOver) {
        boolean late;
        synchronized (this) {
            if (turnOver) {
                quiet = true;
            } else {
                killing = false;
            }
            late = abandoned && quiet && !killing;
        }
        if (late) {
            scheduler.reaper().execute(this::closeIsolate); // what was given up came back after all
        } else {
            freeIfAtRest();
        }
    }

    private void abandon() {
        boolean stuck;
        synchronized (this) {
            if (freeing) {
                return;
            }
            freeing = true;
            abandoned = true;
            stuck = !quiet;
        }
        if (stuck) {
            scheduler.abandon(incarnation.loop());
        }
        incarnation.loop().killOver();
        free(false);
    }

    private void freeIfAtRest() {
        synchronized (this) {
            if (!begun || !quiet || killing || freeing) {
                return;
            }
            freeing = true;
            cancel(patience);
            cancel(lastResort);
        }
        scheduler.reaper().execute(() -> free(true));
    }

    private static void cancel(@Nullable Deadline deadline) {
        if (deadline != null) {
            deadline.cancel();
        }
    }

    private void free(boolean atRest) {
        if (atRest) {
            closeIsolate();
        }
        incarnation.ownPorts().stopAccepting();
        incarnation.ownScope().close().ifPresent(failure -> log("could not close all it had open", failure));
        incarnation.actor().freed(incarnation);
    }

    private void closeIsolate() {
        Isolate isolate = incarnation.isolate();
        try {
            isolate.close();
        } catch (Throwable failure) { // the scope must be closed whatever the engine says
            log("could not free its realm", failure);
        }
    }

    private void log(String what, Throwable failure) {
        LOG.log(System.Logger.Level.WARNING, "Actor " + incarnation.actor().id() + " " + what + ".", failure);
    }
}
