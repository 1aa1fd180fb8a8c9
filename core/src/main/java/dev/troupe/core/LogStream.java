package dev.troupe.core;

/** The stream that a log line was written to. */
public enum LogStream {
    STDOUT,
    STDERR
}
