package io.openintegration.daemon.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL server of one test's own, which can be killed with all its processes and started again on what it left. Durable, as
 * servers for production are: a commit is acknowledged when it is on the disk.
 */
public final class KillablePostgres implements TestDatabase {

    private static final long DEAD_AFTER_SECONDS = 60;

    private final Path directory;
    private EmbeddedPostgres server;

    /** @param directory for its files and its log */
    public KillablePostgres(Path directory) {
        this.directory = directory;
        this.server = start();
    }

    /** Kills all its processes at once, as if the machine had lost its power but not its disk. */
    public void kill() {
        List<ProcessHandle> processes = new ArrayList<>();
        ProcessHandle postmaster = ProcessHandle.of(postmaster()).orElseThrow();
        processes.add(postmaster);
        postmaster.descendants().forEach(processes::add);
        processes.forEach(ProcessHandle::destroyForcibly);
        // One that is still dying holds the shared memory, and the next server would not start.
        CompletableFuture.allOf(processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new))
                .orTimeout(DEAD_AFTER_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    @Override
    public DataSource dataSource() {
        return connections("postgres");
    }

    @Override
    public void restart() {
        close();
        server = start();
    }

    @Override
    public void wipe() {
        throw new UnsupportedOperationException("each test has a server of its own");
    }

    @Override
    public DataSource absent() {
        return connections("absent");
    }

    @Override
    public void close() {
        try {
            // Of a server that was killed it lets go of the files.
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DataSource connections(String database) {
        PGSimpleDataSource connections = new PGSimpleDataSource();
        connections.setURL("jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database
                + "?reWriteBatchedInserts=true&tcpKeepAlive=true&connectTimeout=5&socketTimeout=60");
        connections.setUser("postgres");
        return connections;
    }

    private EmbeddedPostgres start() {
        Redirect log = Redirect.appendTo(directory.resolve("postgres.log").toFile());
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("fsync", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setDataDirectory(data())
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setOutputRedirector(log)
                    .setErrorRedirector(log)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long postmaster() {
        try {
            return Long.parseLong(
                    Files.readAllLines(data().resolve("postmaster.pid")).get(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path data() {
        return directory.resolve("data");
    }
}
