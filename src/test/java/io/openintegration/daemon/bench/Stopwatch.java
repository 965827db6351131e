package io.openintegration.daemon.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * Adds up how long something takes, and how much processor time this process spends on it, which others on the machine
 * hardly change.
 */
final class Stopwatch {

    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private long nanos;
    private long cpuNanos;

    /** Something that is timed. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    static Stopwatch time(Work work) throws Exception {
        Stopwatch watch = new Stopwatch();
        watch.start();
        work.run();
        watch.stop();
        return watch;
    }

    void start() {
        nanos -= System.nanoTime();
        cpuNanos -= system.getProcessCpuTime();
    }

    void stop() {
        nanos += System.nanoTime();
        cpuNanos += system.getProcessCpuTime();
    }

    double seconds() {
        return nanos / 1e9;
    }

    double cpuSeconds() {
        return cpuNanos / 1e9;
    }
}
