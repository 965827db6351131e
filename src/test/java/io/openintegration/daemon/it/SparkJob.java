package io.openintegration.daemon.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A real Spark with OpenLineage's agent: a process of its own, with the class path that the build wrote and the settings in
 * {@code src/test/spark}. What it prints, and what it keeps while it runs, is in a directory.
 */
final class SparkJob {

    private static final long SECONDS = 180;
    private static final Path SOURCES = Path.of("src/test/spark").toAbsolutePath();
    private static final Path CLASS_PATH = Path.of("target/spark-class-path").toAbsolutePath();

    private final Path directory;
    private final URI daemon;
    private final Map<String, String> secrets;

    /**
     * @param daemon where its agent sends events
     * @param secrets environment variables, the agent's token among them: the processes of a machine are no place for them
     */
    SparkJob(Path directory, URI daemon, Map<String, String> secrets) {
        this.directory = directory;
        this.daemon = daemon;
        this.secrets = Map.copyOf(secrets);
    }

    /** Runs a program of {@code src/test/spark} to its end; fails where that takes minutes, or it fails itself. */
    void run(String program, String... arguments) {
        try {
            Files.createDirectories(directory);
            end(start(program, arguments));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Process start(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "@" + SOURCES.resolve("java.options"),
                "@" + CLASS_PATH,
                "-Djava.io.tmpdir=" + directory,
                "-Dspark.openlineage.transport.url=" + daemon,
                SOURCES.resolve(program).toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log().toFile());
        builder.environment().putAll(secrets);
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1"); // else it looks for an address of the machine's name
        return builder.start();
    }

    private void end(Process process) throws InterruptedException {
        try {
            assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS))
                    .as("Spark ends, see %s", log())
                    .isTrue();
            assertThat(process.exitValue()).as("see %s", log()).isZero();
            // a job goes on when its agent loses an event
            assertThat(log()).as("see %s", log()).content().doesNotContain("Could not emit lineage");
        } finally {
            process.destroyForcibly();
        }
    }

    private Path log() {
        return directory.resolve("spark.log");
    }
}
