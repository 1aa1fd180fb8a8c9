package dev.troupe.core.host;

import dev.troupe.core.Build;
import dev.troupe.core.DataDirectoryException;
import dev.troupe.core.DeployException;
import dev.troupe.core.Deployment;
import dev.troupe.core.Script;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keeps builds over the end of a host: programs in a {@link ContentStore}, then their records in the {@link Ledger}. A
 * record is written after its program is on the disk, and a program removed after its record is: a record's program is
 * always there. Owned by {@link Builds}; any thread.
 */
final class BuildFiles {
    private static final System.Logger LOG = System.getLogger("dev.troupe.host");
    private static final String PACKAGE = "package.json";

    private final ContentStore contents;
    private final Ledger ledger;

    BuildFiles(Path directory, Ledger ledger) {
        try {
            this.contents = new ContentStore(directory);
        } catch (IOException failure) {
            throw new DataDirectoryException(
                    "The builds' folder " + directory + " cannot be used: " + failure, failure);
        }
        this.ledger = ledger;
    }

    /** What was written, newest first; programs without a record are removed. */
    List<KeptBuild> load() {
        List<KeptBuild> found = new ArrayList<>();
        for (Fields fields : ledger.load(Ledger.Kind.BUILD).values()) {
            found.add(read(fields));
        }
        found.sort(Comparator.comparing((KeptBuild kept) -> kept.build().createdAt())
                .reversed());
        try {
            contents.retain(found.stream().map(KeptBuild::hash).collect(Collectors.toSet()));
        } catch (IOException failure) {
            throw new DataDirectoryException("The builds' folder cannot be listed: " + failure, failure);
        }
        return List.copyOf(found);
    }

    /** Copies a program; it has no record yet. */
    KeptBuild copy(String id, Deployment.Source source, Map<String, String> tags, Instant now, boolean listed) {
        ContentStore.Content content;
        Script script;
        if (source instanceof Deployment.Folder folder) {
            if (!Files.isRegularFile(folder.folder().resolve(folder.main()))) {
                throw new DeployException("The folder " + folder.folder() + " has no file \"" + folder.main() + "\".");
            }
            content = contents.add(copy -> copy.folder(folder.folder()));
            script = Script.file(contents.folder(content.hash()).resolve(folder.main()));
        } else {
            Script single = ((Deployment.Single) source).script();
            content = contents.add(copy -> single(single, copy));
            script = single instanceof Script.Inline
                    ? single
                    : Script.file(contents.folder(content.hash()).resolve(fileName(single)));
        }
        return new KeptBuild(new Build(id, script, tags, now, content.bytes()), listed, content.hash());
    }

    /** The file, and the nearest description of a package, which says what kind of module it is. */
    private static void single(Script script, FolderCopy copy) throws IOException {
        if (script instanceof Script.Inline inline) {
            copy.file(fileName(script), new ByteArrayInputStream(inline.text().getBytes(StandardCharsets.UTF_8)));
            return;
        }
        try (InputStream in = open(script, "")) {
            if (in == null) {
                throw new DeployException("There is no program " + script.name() + ": check the name.");
            }
            copy.file(fileName(script), in);
        }
        String up = "";
        for (int depth = 0; depth < Path.of(script.name()).getNameCount(); depth++) {
            try (InputStream in = open(script, up + PACKAGE)) {
                if (in != null) {
                    copy.file(PACKAGE, in);
                    return;
                }
            }
            up += "../";
        }
    }

    /** The program, or with {@code beside} a file relative to its folder; null if there is none. */
    private static @Nullable InputStream open(Script script, String beside) throws IOException {
        Path name = Path.of(script.name());
        Path path = beside.isEmpty() ? name : name.resolveSibling(beside).normalize();
        if (script instanceof Script.Resource resource) {
            return path.startsWith("..")
                    ? null
                    : resource.loader().getResourceAsStream(path.toString().replace('\\', '/'));
        }
        return Files.isRegularFile(path) ? Files.newInputStream(path) : null;
    }

    private static String fileName(Script script) {
        Path name = Path.of(script.name()).getFileName();
        if (name == null || name.toString().equals("..") || name.toString().isEmpty()) {
            throw new DeployException("\"" + script.name() + "\" is no name of a file.");
        }
        return name.toString();
    }

    /** Writes the records of builds whose programs are there, all or none. */
    void write(List<KeptBuild> builds) {
        ledger.write(Ledger.Kind.BUILD, builds.stream().map(BuildFiles::fields).toList());
    }

    private static Fields fields(KeptBuild kept) {
        Build build = kept.build();
        Fields fields = new Fields()
                .put("id", build.id())
                .put("hash", kept.hash())
                .put("listed", Boolean.toString(kept.listed()))
                .put("created", build.createdAt().toString())
                .put("bytes", Long.toString(build.bytes()))
                .putAll("tag", build.tags());
        if (build.script() instanceof Script.Inline inline) {
            fields.put("inline", inline.name());
            inline.directory().ifPresent(directory -> fields.put("directory", directory.toString()));
        } else {
            // below the content folder: the data directory may be moved between two runs
            Path file = ((Script.File) build.script()).path();
            int names = file.getNameCount();
            int main = 1;
            while (main < names - 1 && !file.getName(main - 1).toString().equals(kept.hash())) {
                main++;
            }
            fields.put("main", file.subpath(main, names).toString());
        }
        return fields;
    }

    private KeptBuild read(Fields fields) {
        String hash = fields.text("hash");
        Build build = new Build(
                fields.text("id"),
                script(fields, contents.folder(hash)),
                fields.map("tag"),
                Instant.parse(fields.text("created")),
                Long.parseLong(fields.text("bytes")));
        return new KeptBuild(build, Boolean.parseBoolean(fields.text("listed")), hash);
    }

    private static Script script(Fields fields, Path content) {
        Optional<String> inline = fields.find("inline");
        if (inline.isEmpty()) {
            return Script.file(content.resolve(fields.text("main")));
        }
        Script.Inline named =
                new Script.Inline(inline.get(), "", fields.find("directory").map(Path::of));
        try {
            return new Script.Inline(
                    named.name(), Files.readString(content.resolve(fileName(named))), named.directory());
        } catch (IOException failure) {
            throw new DataDirectoryException("The program " + content + " cannot be read: " + failure, failure);
        }
    }

    /** Removes records, then those of their programs that are not {@code needed} by others. */
    void forget(List<KeptBuild> builds, Predicate<String> needed) {
        for (KeptBuild kept : builds) {
            ledger.remove(Ledger.Kind.BUILD, kept.build().id()).whenComplete((done, failure) -> {
                if (failure != null) {
                    LOG.log(System.Logger.Level.WARNING, "A build's record could not be removed.", failure);
                }
            });
        }
        builds.stream().map(KeptBuild::hash).collect(Collectors.toCollection(java.util.TreeSet::new)).stream()
                .filter(hash -> !needed.test(hash))
                .forEach(contents::remove);
    }
}
