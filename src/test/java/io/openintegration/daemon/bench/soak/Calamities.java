package io.openintegration.daemon.bench.soak;

import com.fasterxml.jackson.databind.JsonNode;
import io.openintegration.daemon.spi.FailureOrigin;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What happens to all connectors at once, and how long it takes until all work again. Used by one thread. */
final class Calamities {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Set<String> WORKING = Set.of("WAITING", "REFRESHING", "RUNNING");

    private final SoakServer server;
    private final Story story;
    private final Predicate<String> spared;
    private final Figures readiness = new Figures();
    private final Figures recoveries = new Figures();
    private final Figures fullRecoveries = new Figures();

    /** @param spared whether a connector is meant to work now */
    Calamities(SoakServer server, Story story, Predicate<String> spared) {
        this.server = server;
        this.story = story;
        this.spared = spared;
    }

    /** Starts the server, and waits until its connectors have been refreshed. */
    void start() {
        Instant begin = Instant.now();
        double ready = server.start().toMillis();
        readiness.add(ready);
        double refreshed = awaitAll(begin, connector -> worksSince(connector, begin));
        story.tell(
                "server is ready after %.1f s; all connectors have been refreshed after %.1f s",
                ready / 1e3, refreshed / 1e3);
    }

    void kill() {
        story.tell("server is killed");
        server.kill();
        start();
    }

    /**
     * The metadata server is away for a while.
     *
     * @param restartAll so that every connector notices; else only those that have something to write
     */
    void outage(Duration length, boolean restartAll) {
        story.tell(
                "metadata server is stopped for %d s%s",
                length.toSeconds(), restartAll ? ", all connectors are restarted" : "");
        server.operator().server(SoakLayout.STORE, "stop");
        if (restartAll) {
            server.operator().ask("connectors/restart");
        }
        Pause.of(length.toMillis());
        Set<String> victims = server.operator().connectors().stream()
                .filter(connector ->
                        connector.at("/failure/origin").asText().equals(FailureOrigin.METADATA_SERVER.name()))
                .map(connector -> connector.path("name").asText())
                .collect(Collectors.toSet());
        Instant back = Instant.now();
        server.operator().server(SoakLayout.STORE, "start");
        double started = Duration.between(back, Instant.now()).toMillis();
        double recovered = awaitAll(
                back, connector -> !victims.contains(connector.path("name").asText()) || works(connector));
        recoveries.add(recovered);
        story.tell(
                "metadata server is back after %.1f s of starting; %d connectors had failed for it; all of them work again after %.1f s",
                started / 1e3, victims.size(), recovered / 1e3);
        if (restartAll) {
            double refreshed = awaitAll(back, connector -> worksSince(connector, back));
            fullRecoveries.add(refreshed);
            story.tell("all have been refreshed after %.1f s", refreshed / 1e3);
        }
    }

    /** From the return of the metadata server until all that had failed for it worked. */
    Figures recoveries() {
        return recoveries;
    }

    /** From the return of the metadata server until all connectors had been refreshed, where all had failed. */
    Figures fullRecoveries() {
        return fullRecoveries;
    }

    Figures readiness() {
        return readiness;
    }

    /** Milliseconds from then on, until all connectors that are meant to work are as they should be. */
    double awaitAll(Instant from, Predicate<JsonNode> asItShouldBe) {
        List<String> late = List.of();
        while (Duration.between(from, Instant.now()).compareTo(PATIENCE) < 0) {
            late = server.operator().connectors().stream()
                    .filter(connector -> spared.test(connector.path("name").asText()))
                    .filter(asItShouldBe.negate())
                    .map(connector -> connector.path("name").asText() + " "
                            + connector.path("explanation").asText())
                    .toList();
            if (late.isEmpty()) {
                return Duration.between(from, Instant.now()).toMillis();
            }
            Pause.of(300);
        }
        late.stream().limit(5).forEach(connector -> story.tell("does not work: %s", connector));
        return PATIENCE.toMillis();
    }

    static boolean works(JsonNode connector) {
        return WORKING.contains(connector.path("status").asText());
    }

    private static boolean worksSince(JsonNode connector, Instant begin) {
        return works(connector)
                && (connector.path("status").asText().equals("RUNNING") // on a thread of its own
                        || Operator.time(connector, "lastSuccessfulRefresh")
                                .filter(begin::isBefore)
                                .isPresent());
    }
}
