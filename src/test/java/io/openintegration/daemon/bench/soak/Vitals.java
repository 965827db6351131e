package io.openintegration.daemon.bench.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a process needed at a moment. Linux only.
 *
 * @param threads but those that unruly connectors hold
 * @param held threads that unruly connectors hold, most of them by calls that were given up and do not end
 * @param heapKib what was alive after a garbage collection
 * @param residentKib memory as the operating system counts it
 * @param cpuMillis time on processors since it was started
 */
record Vitals(Instant at, int threads, int held, int fileHandles, long heapKib, long residentKib, long cpuMillis) {

    private static final Pattern USED =
            Pattern.compile("total(?: reserved)? \\d+K(?:, committed \\d+K)?, used (\\d+)K");

    /** Collects the garbage of the process first, and so stops it for a moment. */
    static Vitals of(long pid) {
        try {
            Path proc = Path.of("/proc", String.valueOf(pid));
            run("jcmd", String.valueOf(pid), "GC.run");
            long heap = heapKib(run("jcmd", String.valueOf(pid), "GC.heap_info"));
            String status = Files.readString(proc.resolve("status"));
            String[] stat = Files.readString(proc.resolve("stat"))
                    .replaceFirst(".*\\) ", "")
                    .split(" ", -1);
            long ticks = Long.parseLong(stat[11]) + Long.parseLong(stat[12]);
            int held = held(run("jcmd", String.valueOf(pid), "Thread.print"));
            try (Stream<Path> handles = Files.list(proc.resolve("fd"))) {
                return new Vitals(
                        Instant.now(),
                        (int) value(status, "Threads") - held,
                        held,
                        (int) handles.count(),
                        heap,
                        value(status, "VmRSS"),
                        ticks * 10);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The stacks of all threads of the process, into that file. */
    static void stacks(long pid, Path file) {
        try {
            Files.writeString(file, run("jcmd", String.valueOf(pid), "Thread.print"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A blank line ends each thread's stack. */
    private static int held(String stacks) {
        return (int) Stream.of(stacks.split("\n\n", -1))
                .filter(stack -> stack.contains(UnrulyConnector.class.getName()))
                .count();
    }

    /** Of the heap alone, whose lines come before those of metaspace. */
    private static long heapKib(String info) {
        String heap = info.split("Metaspace", 2)[0];
        long used = 0;
        Matcher parts = USED.matcher(heap);
        while (parts.find()) {
            used += Long.parseLong(parts.group(1));
        }
        return used;
    }

    private static long value(String status, String name) {
        Matcher line = Pattern.compile("(?m)^" + name + ":\\s+(\\d+)").matcher(status);
        if (!line.find()) {
            throw new IllegalStateException(name + " is missing in " + status);
        }
        return Long.parseLong(line.group(1));
    }

    private static String run(String tool, String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", tool).toString());
        Stream.of(arguments).forEach(builder.command()::add);
        Process process = builder.redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
