package io.openintegration.daemon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.ChangeSet;
import io.openintegration.daemon.metadata.DescriptionScope;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.ItemDescription;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.ItemLink;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.Requester;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.Refresh;
import io.openintegration.daemon.testing.ChangingDaemon;
import io.openintegration.daemon.testing.ConnectorEntry;
import io.openintegration.daemon.testing.DaemonBench;
import io.openintegration.daemon.testing.ScriptedConnector;
import io.openintegration.daemon.testing.ScriptedConnector.Method;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When the timer's refresh finds out what others did in the metadata server. */
class FullComparisonTest {

    private static final ConnectorEntry A = ConnectorEntry.of("A").every(Duration.ofMinutes(10));

    private final ChangingDaemon daemon = new ChangingDaemon();

    @AfterEach
    void close() throws InterruptedException {
        daemon.close();
    }

    @Test
    void scheduledRefreshTrustsTheLedgerUntilTheIntervalHasPassed() throws Exception {
        DaemonBench bench = start(A.compared(Duration.ofMinutes(30)));
        archive(bench);

        nextRefresh(bench, 2);
        nextRefresh(bench, 3);
        assertThat(isArchived(bench)).isTrue();

        nextRefresh(bench, 4);
        assertThat(isArchived(bench)).isFalse();

        archive(bench);
        nextRefresh(bench, 5);
        assertThat(isArchived(bench)).as("the interval begins anew").isTrue();
    }

    @Test
    void requestedRefreshCountsAsAComparison() throws Exception {
        DaemonBench bench = start(A.compared(Duration.ofMinutes(30)));
        nextRefresh(bench, 2);
        bench.clock.advance(Duration.ofMinutes(5));
        bench.daemon()
                .refresh(ConnectorSelection.of(new ConnectorName("A")), DaemonBench.OPERATOR)
                .await(Duration.ofSeconds(20));
        archive(bench);

        nextRefresh(bench, 4);
        nextRefresh(bench, 5);
        assertThat(isArchived(bench)).isTrue();
        nextRefresh(bench, 6);
        assertThat(isArchived(bench)).isFalse();
    }

    @Test
    void withoutAnIntervalNoScheduledRefreshCompares() throws Exception {
        DaemonBench bench = start(A);
        archive(bench);

        bench.leap(Duration.ofDays(1_000));
        bench.awaitRefreshes("A", 2);

        assertThat(isArchived(bench)).isTrue();
    }

    @Test
    void intervalActsWithoutARestart() throws Exception {
        DaemonBench bench = start(A);
        archive(bench);

        ApplyReport report = daemon.apply(A.compared(Duration.ofMinutes(1)));
        nextRefresh(bench, 2);

        assertThat(report.restarted()).isEmpty();
        assertThat(isArchived(bench)).isFalse();
    }

    private DaemonBench start(ConnectorEntry entry) throws Exception {
        daemon.script("A@first", () -> new ScriptedConnector().on(Method.REFRESH, FullComparisonTest::describe));
        DaemonBench bench = daemon.start(entry);
        bench.awaitRefreshes("A", 1);
        return bench;
    }

    private static void nextRefresh(DaemonBench bench, int number) {
        bench.leap(Duration.ofMinutes(11));
        bench.awaitRefreshes("A", number);
    }

    private static void archive(DaemonBench bench) {
        bench.store.apply(
                new Requester(new UserId("others"), Optional.empty()),
                ChangeSet.of(new Change.RemoveElement(file(bench).guid(), Change.Removal.ARCHIVE)));
    }

    private static boolean isArchived(DaemonBench bench) {
        return file(bench).isArchived();
    }

    private static Element file(DaemonBench bench) {
        return bench.store.elements().stream()
                .filter(element -> element.qualifiedName().equals(Optional.of(new QualifiedName("test::file"))))
                .findFirst()
                .orElseThrow();
    }

    private static void describe(Refresh refresh) {
        try (DescriptionScope folder = refresh.open(new ItemKey("folder"), description("FileFolder", "folder"))) {
            folder.add(new ItemKey("file"), "1", () -> description("DataFile", "file"));
            folder.complete();
        }
    }

    private static ItemDescription description(String type, String name) {
        return new ItemDescription(
                new TypeName(type),
                new QualifiedName("test::" + name),
                ElementProperties.NONE,
                Map.of(),
                ItemLink.from("NestedFile"),
                List.of());
    }
}
