package dev.troupe.server.cli;

import dev.troupe.js.launch.PrintFlags;
import picocli.CommandLine.IVersionProvider;

/**
 * Tells {@code troupe --version}: the command's version, the engine's and the JVM's. Made by picocli, on the main
 * thread.
 */
final class Versions implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {
            "troupe " + command(), "GraalJS " + PrintFlags.engineVersion(), "JDK " + Runtime.version(),
        };
    }

    /** The version in the jar's manifest; classes that run from a folder have none. */
    static String command() {
        String version = Versions.class.getPackage().getImplementationVersion();
        return version == null ? "(unpackaged)" : version;
    }
}
