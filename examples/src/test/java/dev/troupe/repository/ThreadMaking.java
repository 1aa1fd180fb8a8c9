package dev.troupe.repository;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * What counts as making a thread, and who may do so. Read from byte code by the architecture test, on its thread; a
 * table without state, so nothing ends.
 */
final class ThreadMaking {

    /**
     * The carriers, the blocking pool and the watchdog are in the scheduler's package, the transport's threads in
     * Netty's and in the server's; the command's shutdown hook is a thread because the JVM asks for one.
     */
    static final String PLACES =
            "dev\\.troupe\\.(core\\.scheduler\\..*|node\\.netty\\..*|server\\.http\\.ServerThreads|server\\.cli\\.GracefulInterrupt|js\\.Closing)";

    static final DescribedPredicate<JavaCall<?>> MAKES_A_THREAD =
            DescribedPredicate.describe("a call that makes a thread", call -> makesThread(call.getTarget()));

    private ThreadMaking() {}

    private static boolean makesThread(CodeUnitCallTarget target) {
        JavaClass owner = target.getOwner();
        boolean constructor = target.getName().equals("<init>");
        if (constructor) {
            return owner.isAssignableTo(Thread.class)
                    || owner.isAssignableTo(ExecutorService.class)
                    || owner.isAssignableTo(Timer.class);
        }
        if (owner.isEquivalentTo(Executors.class)) {
            return target.getName().startsWith("new");
        }
        if (owner.isEquivalentTo(Thread.class)) {
            return target.getName().matches("ofPlatform|ofVirtual|startVirtualThread");
        }
        return owner.isEquivalentTo(CompletableFuture.class) && usesTheCommonPool(target);
    }

    /** {@code xAsync} without an executor runs on threads that the JVM makes for everybody. */
    private static boolean usesTheCommonPool(CodeUnitCallTarget target) {
        return target.getName().endsWith("Async")
                && target.getRawParameterTypes().stream()
                        .noneMatch(parameter -> parameter.getName().equals("java.util.concurrent.Executor"));
    }
}
