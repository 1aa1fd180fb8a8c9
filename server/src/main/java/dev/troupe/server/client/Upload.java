package dev.troupe.server.client;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.Flow;

/** A file as a request's body that tells how far it is. Stateless; the HTTP client's threads call it. */
public final class Upload {
    private Upload() {}

    /** Told while a file is sent. */
    public interface Progress {
        /** So many bytes are on their way. */
        void sent(long bytes, long of);
    }

    static HttpRequest.BodyPublisher of(Path file, Progress progress) {
        HttpRequest.BodyPublisher whole;
        try {
            whole = HttpRequest.BodyPublishers.ofFile(file);
        } catch (FileNotFoundException gone) {
            throw new ClientException("CLIENT_FILE", "The archive " + file + " is gone.", gone);
        }
        return new HttpRequest.BodyPublisher() {
            @Override
            public long contentLength() {
                return whole.contentLength();
            }

            @Override
            public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
                whole.subscribe(new Counting(subscriber, whole.contentLength(), progress));
            }
        };
    }

    private static final class Counting implements Flow.Subscriber<ByteBuffer> {
        private final Flow.Subscriber<? super ByteBuffer> next;
        private final long length;
        private final Progress progress;
        private long sent;

        Counting(Flow.Subscriber<? super ByteBuffer> next, long length, Progress progress) {
            this.next = next;
            this.length = length;
            this.progress = progress;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            next.onSubscribe(subscription);
        }

        @Override
        public void onNext(ByteBuffer bytes) {
            sent += bytes.remaining();
            progress.sent(sent, length);
            next.onNext(bytes);
        }

        @Override
        public void onError(Throwable failure) {
            next.onError(failure);
        }

        @Override
        public void onComplete() {
            next.onComplete();
        }
    }
}
