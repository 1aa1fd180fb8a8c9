package dev.troupe.server.http;

import java.nio.file.Path;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** What becomes of a request once its head is known. */
public sealed interface Reception {

    /** It is answered at once; its body is not read and the connection closes. */
    record Refuse(Reply reply) implements Reception {}

    /**
     * Its body is collected in memory.
     *
     * @param most bytes; a larger body is answered with {@code tooLarge}
     */
    record Collect(int most, Reply tooLarge, Function<byte[], CompletionStage<Reply>> then) implements Reception {}

    /**
     * Its body is written to a file.
     *
     * @param file where to, made anew
     * @param most bytes; a larger body is answered with {@code tooLarge}
     * @param taken the answer if another request makes the file meanwhile
     */
    record Store(Path file, long most, Reply tooLarge, Reply taken, Function<Path, CompletionStage<Reply>> then)
            implements Reception {}
}
