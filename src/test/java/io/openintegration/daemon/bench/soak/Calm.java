package io.openintegration.daemon.bench.soak;

import io.openintegration.daemon.testing.PostgresDatabase;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** The soak's server and its 1,000 connectors in good weather, for figures of which each is told with something to compare it to. */
public final class Calm implements AutoCloseable {

    private static final Duration SETTLING = Duration.ofSeconds(60);
    private static final String SMALLEST = "api/v1/servers/" + SoakLayout.DAEMON;
    private static final List<String> ASKED = List.of(
            SMALLEST,
            "api/v1/servers/" + SoakLayout.DAEMON + "/connectors/unruly-0000",
            Observer.STATUS,
            "servers/" + SoakLayout.DAEMON + "/open-metadata/integration-daemon/status",
            "api/v1/servers/" + SoakLayout.DAEMON + "/connectors");

    private final Story story = new Story();
    private final Optional<PostgresDatabase> postgres;
    private final SoakLayout layout;
    private final SoakServer server;
    private final Storm storm;

    public Calm(boolean onPostgres) throws IOException {
        layout = new SoakLayout(Soak.CONNECTORS);
        postgres = onPostgres ? Optional.of(new PostgresDatabase()) : Optional.empty();
        server = new SoakServer(layout, postgres.map(PostgresDatabase::settings).orElse(Map.of()));
        storm = new Storm(layout, server, new Random(1));
    }

    /** Starts the server so many times; the first time it has no application to load from its cache. */
    public void starts(int times) {
        for (int start = 1; start <= times; start++) {
            story.tell(
                    "start %d: ready after %.1f s, load %s",
                    start, server.start().toMillis() / 1e3, Machine.load());
            if (start < times) {
                awaitWork();
                server.stop();
            }
        }
    }

    /** Asks for the status, so many times of each kind, in turn, while connectors hang. */
    public void status(int times) throws IOException {
        awaitWork();
        storm.hold();
        Instant until = Instant.now().plus(SETTLING);
        while (Instant.now().isBefore(until)) {
            storm.hold();
            Pause.of(1_000);
        }
        try (BareServer small = new BareServer(server.operator().get(SMALLEST));
                BareServer large = new BareServer(server.operator().get(Observer.STATUS))) {
            List<String> asked = new ArrayList<>(ASKED);
            asked.add(small.url("the-same-bytes-as-the-first"));
            asked.add(large.url("the-same-bytes-as-the-status-of-the-guide"));
            ask(new Observer(server, story, asked), asked, times);
        }
    }

    private void ask(Observer observer, List<String> asked, int times) throws IOException {
        for (int turn = 0; turn < times; turn++) {
            if (turn % 10 == 0) {
                storm.hold();
                observer.lookAtSchedule();
            }
            for (String path : asked) {
                Pause.of(10);
                observer.askFor(path);
            }
        }
        observer.latencies()
                .forEach((path, figures) -> story.tell(
                        "%d hang: GET %s: %s; with a processor to spare: %s",
                        observer.hanging(), path, figures, observer.undisturbed(path)));
    }

    private void awaitWork() {
        while (!server.operator().connectors().stream()
                .allMatch(connector -> connector.has("lastRefreshTime")
                        || connector.path("status").asText().equals("RUNNING"))) {
            Pause.of(1_000);
        }
    }

    @Override
    public void close() {
        server.close();
        postgres.ifPresent(PostgresDatabase::close);
    }
}
