package io.openintegration.daemon.runtime;

import static io.openintegration.daemon.testing.ScriptedDaemon.INTERVAL;
import static io.openintegration.daemon.testing.ScriptedDaemon.NAME;
import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.message.DaemonException;
import io.openintegration.daemon.metadata.DescriptionScope;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.runtime.run.RunReport;
import io.openintegration.daemon.spi.Refresh;
import io.openintegration.daemon.testing.DaemonBench;
import io.openintegration.daemon.testing.Descriptions;
import io.openintegration.daemon.testing.Gate;
import io.openintegration.daemon.testing.ScriptedConnector;
import io.openintegration.daemon.testing.ScriptedConnector.Method;
import io.openintegration.daemon.testing.ScriptedDaemon;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a connector keeps of a refresh or a life, and uses later, is refused and changes nothing. */
class LateCallbackTest {

    private static final String LIFE_OVER = "INTEGRATION-DAEMON-SERVICES-409-001";
    private static final String REFRESH_OVER = "INTEGRATION-DAEMON-SERVICES-409-003";

    private final ScriptedDaemon daemon = new ScriptedDaemon();
    private final Gate middle = new Gate();
    private final AtomicReference<Refresh> kept = new AtomicReference<>();
    private final AtomicReference<DescriptionScope> keptScope = new AtomicReference<>();
    private final List<Throwable> refusals = new ArrayList<>();

    @AfterEach
    void stop() throws InterruptedException {
        middle.open();
        daemon.close();
    }

    @Test
    void abandonedRefreshIsRefused() throws InterruptedException {
        ScriptedConnector hanging = new ScriptedConnector().on(Method.REFRESH, refresh -> {
            kept.set(refresh);
            keptScope.set(refresh.open(new ItemKey("open"), Descriptions.folder("open")));
            middle.awaitStubbornly();
            useWhatWasKept();
        });
        DaemonBench bench = daemon.start(hanging, new ScriptedConnector());
        DaemonBench.until(() -> hanging.count(Method.REFRESH) == 1 && keptScope.get() != null);
        daemon.restart();
        bench.awaitRefreshes(NAME, 1);

        assertRefused(bench, hanging, LIFE_OVER);
    }

    @Test
    void refreshThatWasGivenUpAtItsDeadlineIsRefused() {
        ScriptedConnector hanging = new ScriptedConnector().on(Method.REFRESH, refresh -> {
            kept.set(refresh);
            keptScope.set(refresh.open(new ItemKey("open"), Descriptions.folder("open")));
            middle.awaitStubbornly();
            useWhatWasKept();
        });
        DaemonBench bench = daemon.start(hanging);
        DaemonBench.until(() -> keptScope.get() != null);
        bench.leap(Duration.ofDays(1));
        bench.await(NAME, ConnectorStatus.FAILED);

        assertRefused(bench, hanging, LIFE_OVER);
    }

    @Test
    void refreshThatHasEndedIsRefusedThoughTheLifeGoesOn() {
        ScriptedConnector keeping = new ScriptedConnector().on(Method.REFRESH, refresh -> {
            Descriptions.describe(refresh, "folder");
            if (!kept.compareAndSet(null, refresh)) {
                refusedIfAtAll(() -> Descriptions.describe(kept.get(), "late"));
            }
        });
        DaemonBench bench = daemon.start(keeping);
        bench.awaitRefreshes(NAME, 1);
        int elements = bench.store.elements().size();
        bench.leap(INTERVAL);
        bench.awaitRefreshes(NAME, 2);

        assertThat(ids(refusals)).isNotEmpty().containsOnly(REFRESH_OVER);
        assertThat(kept.get().isCancelled()).isTrue();
        assertThat(bench.store.elements()).hasSize(elements);
        assertThat(bench.state(NAME).status()).isEqualTo(ConnectorStatus.WAITING);
    }

    /** Opens the gate, and waits for the end of what hangs at it. */
    private void assertRefused(DaemonBench bench, ScriptedConnector hanging, String id) {
        ConnectorState before = bench.state(NAME);
        List<RunReport> runs = bench.runs(NAME);
        int changes = bench.store.changesApplied();

        middle.open();
        DaemonBench.until(hanging::isIdle);
        DaemonBench.awaitNoOperation();
        hanging.context().heartbeat();
        bench.daemon().tick();

        assertThat(kept.get().isCancelled()).isTrue();
        assertThat(ids(refusals)).isNotEmpty().containsOnly(id);
        assertThat(bench.store.changesApplied()).isEqualTo(changes);
        assertThat(bench.state(NAME)).isEqualTo(before);
        assertThat(bench.runs(NAME)).isEqualTo(runs);
    }

    /** Everything that could write, each by itself. */
    private void useWhatWasKept() {
        refusedIfAtAll(() -> Descriptions.describe(kept.get(), "late"));
        refusedIfAtAll(() -> {
            keptScope.get().add(new ItemKey("late item"), "1", () -> Descriptions.folder("late item"));
            keptScope.get().complete();
            keptScope.get().close();
        });
    }

    private void refusedIfAtAll(ThrowingCallable use) {
        Throwable thrown = Assertions.catchThrowable(use);
        if (thrown != null) {
            refusals.add(thrown);
        }
    }

    private static List<String> ids(List<Throwable> thrown) {
        return thrown.stream()
                .map(refusal -> ((DaemonException) refusal).reason().id())
                .toList();
    }
}
