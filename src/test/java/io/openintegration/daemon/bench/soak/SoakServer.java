package io.openintegration.daemon.bench.soak;

import io.openintegration.daemon.testing.LibertyProcess;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The server of the soak, with a heap of {@value #HEAP}. It is started and killed by one thread, and read by others. */
final class SoakServer implements AutoCloseable {

    static final String HEAP = "512m";

    private static final Duration START_BOUND = Duration.ofMinutes(10);

    /** A process that was killed: it lived from when it was started to when it was killed. */
    record Killed(Instant from, Instant to) {}

    private final LibertyProcess process;
    private final Map<String, String> settings;
    private final List<Killed> kills = new ArrayList<>();
    private final Operator operator;
    private volatile boolean up;
    private Instant started = Instant.EPOCH;

    /** @param database settings of the database; none for H2 in the server's data directory */
    SoakServer(SoakLayout layout, Map<String, String> database) {
        process = new LibertyProcess("daemonSoak", layout.war());
        settings = new HashMap<>(database);
        settings.put(
                "DAEMON_CONFIGURATION_DIRECTORY",
                layout.home().resolve("server-config").toString());
        settings.put("DAEMON_FILES_BASE", layout.home().toString());
        settings.put("DAEMON_CONNECTORS_STUCK_AFTER", "PT5S");
        // a small cache of pages, which is full early on: it is no growth of the daemon's
        settings.putIfAbsent(
                "db_url",
                "jdbc:h2:async:" + process.data() + "/db/daemon;WRITE_DELAY=0;CACHE_SIZE=16384;DB_CLOSE_ON_EXIT=FALSE");
        // the whole heap is resident from the beginning: what grows then is something else
        settings.put(
                "JVM_ARGS",
                "-Xms" + HEAP + " -Xmx" + HEAP + " -XX:+AlwaysPreTouch " + System.getProperty("soak.jvm", ""));
        operator = new Operator(process.base());
    }

    /** Starts it, and returns how long it took to be ready. */
    Duration start() {
        started = Instant.now();
        long begin = System.nanoTime();
        process.start(settings);
        while (!process.isReady()) {
            if (!process.isAlive() || System.nanoTime() - begin > START_BOUND.toNanos()) {
                throw new IllegalStateException("not ready, see " + process.log());
            }
            Pause.of(50);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        operator.logIn();
        up = true;
        return took;
    }

    void kill() {
        up = false;
        process.kill();
        kills.add(new Killed(started, Instant.now()));
    }

    /** In order. Returns how long it took. */
    Duration stop() {
        up = false;
        long begin = System.nanoTime();
        process.stop();
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** Whether it is meant to answer. */
    boolean isUp() {
        return up;
    }

    Operator operator() {
        return operator;
    }

    /** Of its present process. */
    long pid() {
        return process.pid();
    }

    List<Killed> kills() {
        return List.copyOf(kills);
    }

    /** The H2 database's URL, for when it is stopped. */
    String h2() {
        return "jdbc:h2:async:" + process.data().resolve("db/daemon");
    }

    @Override
    public void close() {
        process.close();
    }
}
