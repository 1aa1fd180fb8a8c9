package dev.troupe.server.api;

import dev.troupe.core.ActorHost;
import dev.troupe.core.Build;
import dev.troupe.core.BuildNotFoundException;
import dev.troupe.core.Deployment;
import dev.troupe.core.file.FileTrees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Builds on their way in: prepared, uploaded, not yet complete. Each has an address that nobody can guess, good for one
 * upload within an hour. Owned by the API; any thread; what is left is removed when it is closed.
 */
final class Uploads implements AutoCloseable {
    static final String PATH = "/uploads/";
    static final long MOST_BYTES = 256L << 20;

    private static final int MOST = 64;
    private static final Duration GOOD_FOR = Duration.ofHours(1);
    private static final int SECRET_BYTES = 32;
    private static final int LONGEST_NAME = 1_024;
    private static final List<String> MAINS =
            List.of("index.js", "index.mjs", "index.cjs", "index.ts", "index.mts", "index.cts");

    private final ActorHost host;
    private final Path folder;
    private final Clock clock = Clock.systemUTC();
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Upload> pending = new LinkedHashMap<>();

    /**
     * One build that is awaited.
     *
     * @param path where its bytes are to be put
     */
    record Upload(String build, String path, long length, boolean lz4, Path file, Instant until) {}

    Uploads(ActorHost host) throws IOException {
        this.host = host;
        this.folder = Files.createTempDirectory("troupe-uploads");
    }

    synchronized Upload prepare(long length, boolean lz4) {
        Instant now = clock.instant();
        List.copyOf(pending.values()).stream()
                .filter(upload -> upload.until().isBefore(now))
                .forEach(this::drop);
        if (pending.size() >= MOST) {
            throw new ApiFailure(
                    "API_RATE_LIMIT", 429, MOST + " builds are prepared and not complete: complete them first.");
        }
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        String build = UUID.randomUUID().toString();
        Upload upload = new Upload(
                build,
                PATH + HexFormat.of().formatHex(secret),
                length,
                lz4,
                folder.resolve(build + ".tar"),
                now.plus(GOOD_FOR));
        pending.put(build, upload);
        return upload;
    }

    private void drop(Upload upload) {
        pending.remove(upload.build());
        try {
            Files.deleteIfExists(upload.file());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The upload that is awaited at {@code path}. */
    synchronized Optional<Upload> at(String path) {
        Instant now = clock.instant();
        return pending.values().stream()
                .filter(upload ->
                        same(upload.path(), path) && now.isBefore(upload.until()) && !Files.exists(upload.file()))
                .findFirst();
    }

    /** In constant time: the path is the secret. */
    private static boolean same(String path, String asked) {
        return MessageDigest.isEqual(path.getBytes(StandardCharsets.UTF_8), asked.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Makes a build of what was uploaded.
     *
     * @param named the program's file in the archive; empty means the {@code index} at its top
     */
    Build complete(String build, Optional<String> named) {
        Upload upload;
        synchronized (this) {
            upload = pending.get(build);
        }
        if (upload == null) {
            throw new BuildNotFoundException("There is no build to complete under this id: prepare it first.");
        }
        try {
            if (!Files.exists(upload.file()) || Files.size(upload.file()) != upload.length()) {
                throw ApiFailure.body("The build is not uploaded: put all of its " + upload.length()
                        + " bytes to the address that prepare gave.");
            }
            Path unpacked = Files.createDirectory(folder.resolve(build));
            boolean kept = false;
            try {
                Tars.unpack(upload.file(), upload.lz4(), unpacked);
                Build deployed = host.deploy(Deployment.folder(unpacked, main(unpacked, named))
                        .notCurrent()
                        .withId(build));
                kept = deployed.script()
                        .name()
                        .startsWith(unpacked.toString()); // a host without storage runs it where it is
                return deployed;
            } finally {
                synchronized (this) {
                    drop(upload);
                }
                if (!kept) {
                    FileTrees.remove(unpacked);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String main(Path folder, Optional<String> named) {
        if (named.isPresent()) {
            String main = named.get();
            if (main.length() > LONGEST_NAME || main.indexOf(0) >= 0 || !isFileIn(folder, main)) {
                throw ApiFailure.body("\"main\" names no file of the archive.");
            }
            return main;
        }
        return MAINS.stream()
                .filter(name -> Files.isRegularFile(folder.resolve(name)))
                .findFirst()
                .orElseThrow(() -> ApiFailure.body("The archive has no \"index.js\" at its top."));
    }

    private static boolean isFileIn(Path folder, String main) {
        try {
            Path file = folder.resolve(main).normalize();
            return file.startsWith(folder) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
        } catch (InvalidPathException badName) {
            return false;
        }
    }

    @Override
    public void close() {
        FileTrees.remove(folder);
    }
}
