package dev.troupe.core.host;

import dev.troupe.core.ActorOptions;
import dev.troupe.core.Build;
import dev.troupe.core.BuildNotFoundException;
import dev.troupe.core.DeployException;
import dev.troupe.core.Deployment;
import dev.troupe.core.InvalidOptionsException;
import dev.troupe.core.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The deployed builds of one host, newest first. Owned by the host; any thread: readers see a list that is never
 * changed, writers take turns and publish the next one once it is on the disk.
 */
final class Builds {
    /** Past it, each deployment drops the oldest build that is neither current nor in use. */
    private static final int MOST = 1_000;

    private static final String CURRENT = "current";
    private static final String NAME = "name";

    private final @Nullable BuildFiles files;
    private final Predicate<String> inUse;
    private volatile List<KeptBuild> all;

    /**
     * Holds what {@code files} has.
     *
     * @param files keeps builds over the end of the host; null means in memory
     * @param inUse whether an actor runs the build with that id
     */
    Builds(@Nullable BuildFiles files, Predicate<String> inUse) {
        this.files = files;
        this.inUse = inUse;
        this.all = files == null ? List.of() : files.load();
    }

    /** Takes a program; when this returns it is as durable as this host can make it. */
    Build deploy(Deployment deployment, Instant now) {
        String id = deployment.id().orElseGet(() -> UUID.randomUUID().toString());
        if (find(id).isPresent()) {
            throw new InvalidOptionsException("There is a build with the id " + id + " already: choose another one.");
        }
        Map<String, String> tags = new HashMap<>(deployment.tags());
        if (deployment.current()) {
            tags.put(CURRENT, "true");
        }
        return add(copied(id, deployment.source(), tags, now, true), deployment.current() ? Set.of(CURRENT) : Set.of());
    }

    /** Keeps the program of one durable actor, which nobody finds by tags. */
    Build keep(Script script, Instant now) {
        return add(copied(UUID.randomUUID().toString(), new Deployment.Single(script), Map.of(), now, false), Set.of());
    }

    private KeptBuild copied(
            String id, Deployment.Source source, Map<String, String> tags, Instant now, boolean listed) {
        if (files != null) {
            return files.copy(id, source, tags, now, listed);
        }
        Script script = source instanceof Deployment.Folder folder
                ? Script.file(folder.folder().resolve(folder.main()))
                : ((Deployment.Single) source).script();
        return new KeptBuild(new Build(id, script, tags, now, sizeOf(source)), listed, "");
    }

    /** What is not there is told by the actor that wants to run it. */
    private static long sizeOf(Deployment.Source source) {
        if (source instanceof Deployment.Single single) {
            Script script = single.script();
            return script instanceof Script.Inline inline
                    ? inline.text().length()
                    : script instanceof Script.File file ? file.path().toFile().length() : 0;
        }
        try (Stream<Path> files = Files.walk(((Deployment.Folder) source).folder())) {
            return files.mapToLong(
                            file -> file.toFile().isFile() ? file.toFile().length() : 0)
                    .sum();
        } catch (IOException failure) {
            throw new DeployException("The program's folder cannot be read: " + failure + ".", failure);
        }
    }

    private synchronized Build add(KeptBuild added, Set<String> exclusive) {
        List<KeptBuild> next = new ArrayList<>(all);
        List<KeptBuild> changed = new ArrayList<>(List.of(added));
        takeFromOthers(next, added.build(), exclusive, changed);
        next.add(0, added);
        List<KeptBuild> dropped = dropOldest(next);
        if (files != null) {
            files.write(changed);
        }
        all = List.copyOf(next);
        forget(dropped);
        return added.build();
    }

    private List<KeptBuild> dropOldest(List<KeptBuild> next) {
        List<KeptBuild> dropped = new ArrayList<>();
        for (int i = next.size() - 1; i > 0 && next.size() > MOST; i--) {
            KeptBuild old = next.get(i);
            if (!old.build().tags().containsKey(CURRENT)
                    && !inUse.test(old.build().id())) {
                dropped.add(next.remove(i));
            }
        }
        if (next.size() > MOST) {
            throw new DeployException("The host has " + MOST + " builds that are current or in use, which is its"
                    + " limit: destroy actors, or take the tag current from builds.");
        }
        return dropped;
    }

    /** Changes tags as {@link dev.troupe.core.ActorHost#retag} says. */
    synchronized Build retag(String id, Map<String, String> set, Set<String> removed, Set<String> exclusive) {
        List<KeptBuild> next = new ArrayList<>(all);
        int at = indexOf(next, id);
        Map<String, String> tags = new HashMap<>(next.get(at).build().tags());
        tags.keySet().removeAll(removed);
        tags.putAll(set);
        ActorOptions.builder().buildId(id).tags(tags).build(); // checks the tags
        KeptBuild changed = next.get(at).withTags(tags);
        next.set(at, changed);
        List<KeptBuild> written = new ArrayList<>(List.of(changed));
        takeFromOthers(next, changed.build(), exclusive, written);
        if (files != null) {
            files.write(written);
        }
        all = List.copyOf(next);
        return changed.build();
    }

    private static int indexOf(List<KeptBuild> builds, String id) {
        for (int i = 0; i < builds.size(); i++) {
            if (builds.get(i).listed() && builds.get(i).build().id().equals(id)) {
                return i;
            }
        }
        throw new BuildNotFoundException("There is no build " + id + ": list ActorHost.builds().");
    }

    /** Takes the tags {@code keys} from all others with the name of {@code owner}. */
    private static void takeFromOthers(List<KeptBuild> builds, Build owner, Set<String> keys, List<KeptBuild> changed) {
        String name = owner.tags().get(NAME);
        if (keys.isEmpty() || name == null) {
            return;
        }
        for (int i = 0; i < builds.size(); i++) {
            KeptBuild other = builds.get(i);
            Map<String, String> tags = new HashMap<>(other.build().tags());
            boolean same = name.equals(tags.get(NAME)) && !other.build().id().equals(owner.id());
            if (same && tags.keySet().removeAll(keys)) {
                KeptBuild without = other.withTags(tags);
                builds.set(i, without);
                changed.add(without);
            }
        }
    }

    /** The host begins: programs that were kept for actors that do not come back go. */
    void sweep() {
        all.stream()
                .filter(kept -> !kept.listed())
                .map(kept -> kept.build().id())
                .forEach(this::released);
    }

    /** An actor that ran the build is gone: one that was kept for it alone goes too. */
    void released(String id) {
        List<KeptBuild> dropped;
        synchronized (this) {
            dropped = all.stream()
                    .filter(kept -> !kept.listed() && kept.build().id().equals(id) && !inUse.test(id))
                    .toList();
            if (dropped.isEmpty()) {
                return;
            }
            List<KeptBuild> next = new ArrayList<>(all);
            next.removeAll(dropped);
            all = List.copyOf(next);
        }
        forget(dropped);
    }

    private void forget(List<KeptBuild> dropped) {
        if (files != null && !dropped.isEmpty()) {
            files.forget(
                    dropped, hash -> all.stream().anyMatch(kept -> kept.hash().equals(hash)));
        }
    }

    List<Build> list() {
        return all.stream().filter(KeptBuild::listed).map(KeptBuild::build).toList();
    }

    /** The build with that id, listed or not. */
    Optional<Build> find(String id) {
        return all.stream()
                .map(KeptBuild::build)
                .filter(build -> build.id().equals(id))
                .findFirst();
    }

    /** The newest build with all of {@code wanted}. */
    Build find(Map<String, String> wanted) {
        for (KeptBuild kept : all) {
            if (kept.listed() && kept.build().matches(wanted)) {
                return kept.build();
            }
        }
        throw new BuildNotFoundException(
                "No build has the tags " + wanted + ": deploy one, or list ActorHost.builds().");
    }
}
