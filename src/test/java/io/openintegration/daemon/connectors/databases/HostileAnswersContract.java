package io.openintegration.daemon.connectors.databases;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.DatabaseIntegratorConnector;
import io.openintegration.daemon.spi.DatabaseIntegratorContext;
import io.openintegration.daemon.testing.ConnectorBench;
import io.openintegration.daemon.testing.FakeDatabaseIntegratorContext;
import io.openintegration.daemon.testing.ReconcilingBench;
import io.openintegration.daemon.testing.RecordingSink;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A server that lets somebody log in, and then answers one of the questions as it likes, does no harm: what is catalogued of the
 * place that was asked for stays, the others are read, and there is never more in memory than the limits allow.
 */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
abstract class HostileAnswersContract {

    /** Nobody waits so long: only the clock of the test ends a query. */
    static final Map<String, Object> PATIENT = Map.of("connectTimeout", 3_000, "queryTimeout", 3_000);

    private static final Duration LATER = Duration.ofHours(2);
    private static final int GIGABYTE = 1 << 30;
    private static final long MUCH = 400L << 20;

    /** By the refresh, most of it garbage a moment later: of {@link #MUCH} in rows of a few bytes the drivers would make many times as much. */
    private static final long LARGEST_ALLOCATION = 1L << 30;

    private final FakeDatabaseIntegratorContext context = new FakeDatabaseIntegratorContext();
    private final ConnectorBench<DatabaseIntegratorContext> bench = new ReconcilingBench<>(context);
    private Impostor impostor;

    /** Makes two places with a table in each, and returns the way there. */
    abstract Impostor makePlaces() throws Exception;

    /** With whoever is on the way. */
    abstract Connection connection(Impostor way);

    /** What is in the question that is not answered as it should be: for the tables of one of the places, or their columns. */
    abstract List<String> question(boolean columns);

    /** The key of the scope in which the tables of that place are. */
    abstract String unanswered(Impostor way);

    /** The same of the other place. */
    abstract String answered(Impostor way);

    abstract void closeAll() throws Exception;

    @BeforeEach
    void prepare() throws Exception {
        impostor = makePlaces();
    }

    @AfterEach
    void close() throws Exception {
        impostor.close();
        closeAll();
    }

    private interface Manner {
        void answer(HostileAnswersContract test, Impostor.Guest guest, Wire.Rows rows) throws IOException;
    }

    private static Arguments manner(String name, Manner manner) {
        return Arguments.of(Named.of(name, manner));
    }

    static Stream<Arguments> manners() {
        byte[] garbage = new byte[1 << 20];
        new Random(7).nextBytes(garbage);
        return Stream.of(
                manner(
                        "never answers",
                        (test, guest, rows) -> test.context.clock().advance(LATER)),
                manner(
                        "sends rows without end",
                        (test, guest, rows) -> test.endless(guest, () -> many(rows, "7".repeat(100)))),
                manner(
                        "sends empty rows without end",
                        (test, guest, rows) -> test.endless(guest, () -> many(rows, ""))),
                manner(
                        "sends names of megabytes",
                        (test, guest, rows) -> test.endless(guest, () -> rows.row("7".repeat(3 << 20)))),
                manner("trickles one row after the other", (test, guest, rows) -> {
                    for (int row = 0; ; row++) {
                        guest.send(rows.row("7"));
                        test.impostor.dawdle(Duration.ofMillis(100));
                        if (row == 3) {
                            test.context.clock().advance(LATER);
                        }
                    }
                }),
                manner("announces a cell of a gigabyte", (test, guest, rows) -> {
                    guest.send(rows.announcement(GIGABYTE));
                    test.endless(guest, () -> new byte[1 << 16]);
                }),
                manner("sends garbage", (test, guest, rows) -> test.endless(guest, () -> garbage)));
    }

    private static byte[] many(Wire.Rows rows, String cell) {
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        for (int row = 0; row < 1_000; row++) {
            many.writeBytes(rows.row(cell));
        }
        return many.toByteArray();
    }

    /** However fast it is, time passes. */
    private void endless(Impostor.Guest guest, Supplier<byte[]> more) throws IOException {
        long before = impostor.sent();
        while (impostor.sent() - before < MUCH) {
            guest.send(more.get());
        }
        context.clock().advance(LATER);
        while (true) {
            guest.send(more.get());
        }
    }

    @ParameterizedTest
    @MethodSource("manners")
    void placeKeepsWhatIsCataloguedAndTheOtherIsRead(Manner manner) {
        isHarmless(manner, false);
    }

    @ParameterizedTest
    @MethodSource("manners")
    void placeWhoseColumnsAreAskedForKeepsWhatIsCatalogued(Manner manner) {
        isHarmless(manner, true);
    }

    private void isHarmless(Manner manner, boolean columns) {
        DatabaseIntegratorConnector monitor = DatabaseFixture.monitor(connection(impostor));
        monitor.initialize(context);
        assertThat(bench.refresh(monitor).created()).hasSizeGreaterThan(2);
        Set<String> catalogued = bench.elements();
        assertThat(catalogued).anyMatch(element -> element.startsWith("RelationalColumn "));
        impostor.answer(question(columns), (guest, rows) -> manner.answer(this, guest, rows));

        ConnectorBench.Outcome outcome = bench.refresh(monitor);
        assertThat(outcome.isNothing()).as(outcome.toString()).isTrue();
        assertThat(bench.elements()).isEqualTo(catalogued);

        RecordingSink sink = new RecordingSink();
        long before = allocated();
        monitor.refresh(sink);
        assertThat(allocated() - before).isLessThan(LARGEST_ALLOCATION);
        RecordingSink.Scope unanswered = sink.scope(unanswered(impostor));
        assertThat(unanswered.isComplete()).isFalse();
        assertThat(unanswered.unreadable().values()).singleElement().satisfies(reason -> {
            assertThat(reason.id()).isEqualTo("DATABASE-INTEGRATION-CONNECTORS-0103");
            assertThat(reason.text()).hasLineCount(1);
            assertThat(reason.text().length()).isLessThan(300);
        });
        RecordingSink.Scope answered = sink.scope(answered(impostor));
        assertThat(answered.isComplete()).isTrue();
        assertThat(answered.items()).containsOnlyKeys(new ItemKey(answered(impostor) + "/good"));

        impostor.beHonest();
        assertThat(bench.refresh(monitor).isNothing()).isTrue();
        monitor.disconnect();
        assertThat(context.threadsEnd()).isTrue();
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
