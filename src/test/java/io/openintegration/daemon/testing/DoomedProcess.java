package io.openintegration.daemon.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A main class in a JVM of its own, which says on its standard output what was acknowledged to it, and is killed. */
public final class DoomedProcess {

    private static final String BEGIN = "ack ";

    /** Half a line is known as such. */
    private static final String END = " .";

    private final Process process;
    private final Path errors;

    private DoomedProcess(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
    }

    /** @param errors a file for its standard error */
    public static DoomedProcess start(Path errors, Class<?> main, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(arguments);
        Process started =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        return new DoomedProcess(started, errors);
    }

    /** In the process that is going to be killed; any thread. */
    public static synchronized void acknowledged(String what) {
        System.out.println(BEGIN + what + END);
        System.out.flush();
    }

    /**
     * Kills it when it has acknowledged so much and the moment has passed.
     *
     * @param moment is spent with work of this thread, so that the other one may be anywhere
     * @return all that was acknowledged, also after that, in its order
     */
    public List<String> killAfter(int acknowledgements, Runnable moment) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            String line = null;
            while (all.size() < acknowledgements) {
                line = lines.readLine();
                if (line == null) {
                    throw new IllegalStateException("the process ended by itself:\n" + Files.readString(errors));
                }
                acknowledgedBy(line).ifPresent(all::add);
            }
            moment.run();
            // The process's own method would close the stream with what was acknowledged and not read yet.
            process.toHandle().destroyForcibly();
            for (line = lines.readLine(); line != null; line = lines.readLine()) {
                acknowledgedBy(line).ifPresent(all::add);
            }
        } finally {
            process.destroyForcibly();
        }
        process.waitFor();
        return all;
    }

    private static Optional<String> acknowledgedBy(String line) {
        return line.startsWith(BEGIN) && line.endsWith(END)
                ? Optional.of(line.substring(BEGIN.length(), line.length() - END.length()))
                : Optional.empty();
    }
}
