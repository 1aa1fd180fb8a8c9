package dev.troupe.server.cli;

import dev.troupe.core.LogStream;
import dev.troupe.core.Stdio;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The standard streams of this process, unbuffered. One for each command, any thread; the streams stay open until the
 * process ends. A reader that has gone away ends what is written, silently, as a closed pipe does.
 */
final class ConsoleStdio implements Stdio {
    private final FileOutputStream out = new FileOutputStream(FileDescriptor.out);
    private final FileOutputStream err = new FileOutputStream(FileDescriptor.err);
    private final InputStream in = new FileInputStream(FileDescriptor.in);

    @Override
    public void write(LogStream stream, byte[] bytes) {
        try {
            (stream == LogStream.STDOUT ? out : err).write(bytes);
        } catch (IOException closed) {
            System.getLogger(ConsoleStdio.class.getName())
                    .log(System.Logger.Level.DEBUG, "standard stream closed", closed);
        }
    }

    @Override
    public Optional<InputStream> input() {
        return Optional.of(in);
    }

    @Override
    @SuppressWarnings("SystemConsoleNull") // the JDKs 22 to 24 have a console without a terminal; Linux is asked first
    public boolean terminal(LogStream stream) {
        try {
            return Path.of("/proc/self/fd", stream == LogStream.STDOUT ? "1" : "2")
                    .toRealPath()
                    .toString()
                    .matches("/dev/(pts/|tty).*");
        } catch (IOException notLinux) {
            return System.console() != null;
        }
    }
}
