package io.openintegration.daemon.bench.soak;

import io.openintegration.daemon.bench.soak.Evidence.Run;
import io.openintegration.daemon.testing.PostgresDatabase;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * One soak from the first start to the verdict. Its time is a quarter of storm in which the server is killed, a half of storm
 * without that, so that one process lives long enough to grow, and a quarter of calm, in which connectors hang, but nothing else
 * happens.
 */
public final class Soak implements AutoCloseable {

    static final int CONNECTORS = 1_000;
    private static final int KILLS = 3;
    private static final int OUTAGES = 6;

    private final Story story = new Story();
    private final Optional<PostgresDatabase> postgres;
    private final SoakLayout layout;
    private final SoakServer server;
    private final Storm storm;
    private final Calamities calamities;
    private final Observer observer;
    private final Random random;
    private Instant calm = Instant.MAX;
    private Instant end = Instant.MAX;

    public Soak(boolean onPostgres, long seed) throws IOException {
        random = new Random(seed);
        layout = new SoakLayout(CONNECTORS);
        postgres = onPostgres ? Optional.of(new PostgresDatabase()) : Optional.empty();
        server = new SoakServer(layout, postgres.map(PostgresDatabase::settings).orElse(Map.of()));
        storm = new Storm(layout, server, random);
        calamities = new Calamities(server, story, storm::isSpared);
        observer = new Observer(server, story);
        story.tell(
                "%d connectors, seed %d, %s, -Xmx%s, JDK %s, %d processors",
                CONNECTORS,
                seed,
                onPostgres ? "PostgreSQL" : "H2",
                SoakServer.HEAP,
                Runtime.version(),
                Runtime.getRuntime().availableProcessors());
    }

    /** Returns how many laws were broken. */
    public int run(Duration length) throws IOException, SQLException, InterruptedException {
        Thread observing = new Thread(observer, "observer");
        observing.setDaemon(true);
        calamities.start();
        observing.start();
        Duration quarter = length.dividedBy(4);
        story.tell("storm, and the server is killed");
        rage(quarter, KILLS, 1);
        Instant lastLife = Instant.now();
        story.tell("storm: %s", storm.begun());
        rage(quarter.multipliedBy(2), 0, OUTAGES);
        Verdict verdict = new Verdict(story, calamities);
        verdict.latencies("storm", observer);
        story.tell("the storm is over: %s", storm.begun());
        storm.lull();
        recover();
        calm = Instant.now();
        observer.newChapter();
        for (Instant over = calm.plus(quarter); Instant.now().isBefore(over); Pause.of(1_000)) {
            storm.hold();
        }
        verdict.latencies("calm", observer);
        end = Instant.now();
        storm.lull();
        double working = recover();
        observer.end();
        observing.join();
        fileAuditLog();
        story.tell("the server stopped in %.1f s", server.stop().toMillis() / 1e3);
        verdict.growth(observer.vitals().stream()
                .filter(sample -> sample.at().isAfter(lastLife))
                .toList());
        verdict.recovery(working, observer.unanswered());
        judge(verdict);
        return story.failed();
    }

    private void rage(Duration length, int kills, int outages) throws IOException {
        Instant begin = Instant.now();
        int happened = 0;
        while (Duration.between(begin, Instant.now()).compareTo(length) < 0 || happened < kills + outages) {
            storm.blow();
            int due = (int) ((kills + outages)
                    * Duration.between(begin, Instant.now())
                            .plus(length.dividedBy(2L * (kills + outages)))
                            .toMillis()
                    / length.toMillis());
            if (due > happened) {
                happened++;
                if (happened <= kills) {
                    calamities.kill();
                } else {
                    calamities.outage(Duration.ofSeconds(8 + random.nextInt(12)), happened % 2 == 1);
                }
            }
            Pause.of(1_000);
        }
    }

    /** What the daemon does not bring back by itself any more, as its author must mend it, an operator restarts. */
    private double recover() {
        Instant begin = Instant.now();
        Pause.of(2_000);
        List<String> given = server.operator().connectors().stream()
                .filter(connector ->
                        connector.has("failure") && !connector.path("trouble").has("nextAttempt"))
                .map(connector -> connector.path("name").asText())
                .toList();
        story.tell("restarted by hand: %s", given);
        given.forEach(connector -> server.operator().ask("connectors/" + connector + "/restart"));
        server.operator().ask("connectors/refresh?wait=60");
        return calamities.awaitAll(begin, Calamities::works);
    }

    /** Ends the daemon, and waits until no more records are filed. */
    private void fileAuditLog() {
        Instant begin = Instant.now();
        server.operator().server(SoakLayout.DAEMON, "stop");
        long filed = -1;
        for (long now = filed(); now > filed; now = filed()) {
            filed = now;
            Pause.of(3_000);
        }
        story.tell(
                "the audit log was filed %d s after the daemon's end was asked for: %s",
                Duration.between(begin, Instant.now()).toSeconds(),
                server.operator().audit());
    }

    private long filed() {
        return server.operator().audit().path("consumer.filed").asLong();
    }

    private void judge(Verdict verdict) throws SQLException, IOException {
        DataSource database = postgres.map(PostgresDatabase::dataSource)
                .orElseGet(() -> JdbcConnectionPool.create(server.h2(), "daemon", "daemon"));
        Evidence evidence = new Evidence(database);
        List<Run> runs = evidence.runs();
        verdict.punctuality(new Punctuality(runs), observer.dues(), calm, end);
        new RunLaws(runs, evidence.audited(), server.kills(), story).check();
        new CatalogueLaws(evidence.catalogued(), story).check(layout.present(), layout.polling());
    }

    @Override
    public void close() {
        server.close();
        postgres.ifPresent(PostgresDatabase::close);
    }
}
