package io.openintegration.daemon.bench.soak;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks at the server while it works: asks for its status about ten times a second, for its schedule every ten seconds, and for its
 * vitals every {@value #VITALS_SECONDS} seconds, one after the other, so that none disturbs the other's figures.
 */
final class Observer implements Runnable {

    /** The status as operators see it. */
    static final String STATUS =
            "servers/" + SoakLayout.DAEMON + "/open-metadata/integration-daemon/users/admin/status";

    private static final List<String> IN_TURN = List.of(
            STATUS,
            "servers/" + SoakLayout.DAEMON + "/open-metadata/integration-daemon/status",
            "api/v1/servers/" + SoakLayout.DAEMON + "/connectors/unruly-0000");
    private static final long VITALS_SECONDS = 30;
    private static final int MANY_THREADS = 200;
    private static final Duration SCHEDULE = Duration.ofSeconds(10);

    private final SoakServer server;
    private final Story story;
    private final List<String> asked;
    private final List<Due> dues = new ArrayList<>();
    private final List<Vitals> vitals = new ArrayList<>();
    private final Map<String, Figures> latencies = new LinkedHashMap<>();
    private final Map<String, Figures> undisturbed = new LinkedHashMap<>();
    private Figures hanging = new Figures();
    private volatile boolean over;
    private int unanswered;

    /** @param at when the server said that the connector is due then */
    record Due(String connector, Instant at, Instant due) {}

    Observer(SoakServer server, Story story) {
        this(server, story, IN_TURN);
    }

    /** @param asked the paths that are asked for */
    Observer(SoakServer server, Story story, List<String> asked) {
        this.server = server;
        this.story = story;
        this.asked = asked;
        newChapter();
    }

    @Override
    public void run() {
        Instant nextSchedule = Instant.now();
        Instant nextVitals = Instant.now().plusSeconds(VITALS_SECONDS);
        int turn = 0;
        while (!over) {
            Pause.of(80);
            if (!server.isUp()) {
                continue;
            }
            try {
                askFor(asked.get(turn++ % asked.size()));
                if (Instant.now().isAfter(nextSchedule)) {
                    nextSchedule = Instant.now().plus(SCHEDULE);
                    lookAtSchedule();
                }
                if (Instant.now().isAfter(nextVitals)) {
                    nextVitals = Instant.now().plusSeconds(VITALS_SECONDS);
                    lookAtVitals();
                }
            } catch (UncheckedIOException e) {
                unanswered(e);
            }
        }
    }

    /** Latencies are counted anew from here on. */
    synchronized void newChapter() {
        asked.forEach(path -> latencies.put(path, new Figures()));
        asked.forEach(path -> undisturbed.put(path, new Figures()));
        hanging = new Figures();
    }

    synchronized Map<String, Figures> latencies() {
        return new LinkedHashMap<>(latencies);
    }

    /** How many connectors were hanging at a time, in the middle. */
    synchronized int hanging() {
        return (int) hanging.quantile(0.5);
    }

    /** Of them those at which the machine had a processor to spare before and after. */
    synchronized Figures undisturbed(String path) {
        return undisturbed.get(path);
    }

    void end() {
        over = true;
    }

    synchronized List<Due> dues() {
        return List.copyOf(dues);
    }

    synchronized List<Vitals> vitals() {
        return List.copyOf(vitals);
    }

    /** How often it did not answer although it was meant to. */
    synchronized int unanswered() {
        return unanswered;
    }

    /** Asks, and keeps how long it took. */
    void askFor(String path) {
        boolean before = Machine.isQuiet();
        double took = server.operator().time(path);
        boolean quiet = before && Machine.isQuiet();
        synchronized (this) {
            latencies.get(path).add(took);
            if (quiet) {
                undisturbed.get(path).add(took);
            }
        }
    }

    /** How many hang, and what is due when. */
    void lookAtSchedule() {
        Instant at = Instant.now();
        List<JsonNode> connectors = server.operator().connectors();
        synchronized (this) {
            hanging.add((double) connectors.stream()
                    .filter(connector -> connector.path("name").asText().startsWith("unruly")
                            && connector.path("status").asText().equals("REFRESHING"))
                    .count());
            connectors.forEach(connector -> Operator.time(connector, "nextRefresh")
                    .ifPresent(due -> dues.add(new Due(connector.path("name").asText(), at, due))));
        }
    }

    private void lookAtVitals() {
        Vitals now = Vitals.of(server.pid());
        synchronized (this) {
            vitals.add(now);
        }
        if (now.threads() > MANY_THREADS) {
            Path stacks = Path.of("target/soak/threads-" + now.at().getEpochSecond() + ".txt");
            Vitals.stacks(server.pid(), stacks);
            story.tell("%d threads: see %s", now.threads(), stacks);
        }
        story.tell(
                "vitals: %d threads and %d held, %d file handles, heap after GC %.1f MiB, resident %d MiB, CPU %d s; audit %s",
                now.threads(),
                now.held(),
                now.fileHandles(),
                now.heapKib() / 1024.0,
                now.residentKib() / 1024,
                now.cpuMillis() / 1000,
                server.operator().audit());
    }

    private void unanswered(UncheckedIOException e) {
        if (server.isUp()) {
            synchronized (this) {
                unanswered++;
            }
            story.tell("no answer: %s", e);
        }
    }
}
