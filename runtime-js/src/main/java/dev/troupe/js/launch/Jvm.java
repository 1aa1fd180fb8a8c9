package dev.troupe.js.launch;

import java.lang.module.ModuleFinder;

/**
 * The facts of a JVM that decide how the engine runs on it. A value; {@link #current()} reads those of the running JVM.
 *
 * @param version the Java version, for example {@code 25.0.3}
 * @param vm the name of the virtual machine, for example {@code OpenJDK 64-Bit Server VM}
 * @param vendorVersion the vendor's own version, which names GraalVM where it is one
 * @param compilerInterface whether the JVM has the compiler interface (JVMCI), module {@code jdk.internal.vm.ci}
 * @param compilerModule whether the run-time image has a module {@code jdk.graal.compiler}; in a stock JDK it is an
 *     empty place holder
 */
public record Jvm(
        Runtime.Version version, String vm, String vendorVersion, boolean compilerInterface, boolean compilerModule) {

    /** Reads the facts of the running JVM. Any thread. */
    public static Jvm current() {
        ModuleFinder image = ModuleFinder.ofSystem();
        return new Jvm(
                Runtime.version(),
                System.getProperty("java.vm.name", ""),
                System.getProperty("java.vendor.version", ""),
                image.find("jdk.internal.vm.ci").isPresent(),
                image.find("jdk.graal.compiler").isPresent());
    }

    /** Is this a GraalVM JDK, which brings the optimising compiler along? */
    public boolean graal() {
        return vendorVersion.contains("GraalVM") || vm.contains("GraalVM");
    }

    /** Is this a HotSpot JVM, the only kind that the optimising compiler works in? */
    public boolean hotSpot() {
        return vm.contains("Server VM") || vm.contains("Client VM") || vm.contains("HotSpot") || vm.contains("GraalVM");
    }
}
