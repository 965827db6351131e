package io.openintegration.daemon.store.embedded;

import io.openintegration.daemon.store.embedded.CrashScript.Acknowledged;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A {@link CrashingWriter} in a JVM of its own, to be killed. */
final class WritingProcess {

    private final Process process;
    private final Path errors;

    private WritingProcess(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
    }

    static WritingProcess start(Path errors, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                CrashingWriter.class.getName()));
        command.addAll(Arrays.asList(arguments));
        Process started =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        return new WritingProcess(started, errors);
    }

    /**
     * Kills it when it has acknowledged so many sets and the moment has passed.
     *
     * @param moment is spent with work of this thread, so that the other one may be anywhere
     * @return for each writer what was acknowledged last, also after that; those to whom nothing was are left out
     */
    Map<String, Acknowledged> killAfter(int acknowledgements, Runnable moment)
            throws IOException, InterruptedException {
        Map<String, Acknowledged> last = new HashMap<>();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            int read = 0;
            String line = null;
            while (read < acknowledgements) {
                line = lines.readLine();
                if (line == null) {
                    throw new IllegalStateException("the writer ended by itself:\n" + Files.readString(errors));
                }
                read += take(line, last);
            }
            moment.run();
            // The process's own method would close the stream with what was acknowledged and not read yet.
            process.toHandle().destroyForcibly();
            for (line = lines.readLine(); line != null; line = lines.readLine()) {
                take(line, last);
            }
        } finally {
            process.destroyForcibly();
        }
        process.waitFor();
        return last;
    }

    private static int take(String line, Map<String, Acknowledged> last) {
        if (!line.startsWith("ack ") || !line.endsWith(CrashingWriter.END)) {
            return 0;
        }
        String[] words = line.split(" ", -1);
        last.put(words[1], new Acknowledged(Integer.parseInt(words[2]), words[3]));
        return 1;
    }
}
