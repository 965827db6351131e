package io.openintegration.daemon.runtime;

import static io.openintegration.daemon.testing.ScriptedDaemon.INTERVAL;
import static io.openintegration.daemon.testing.ScriptedDaemon.NAME;
import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.message.DaemonException;
import io.openintegration.daemon.metadata.DescriptionScope;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.Relations;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.runtime.run.RunReport;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.LineageInbox;
import io.openintegration.daemon.spi.LineageIntegratorContext;
import io.openintegration.daemon.spi.LineageNote;
import io.openintegration.daemon.spi.ReceivedEvent;
import io.openintegration.daemon.spi.Refresh;
import io.openintegration.daemon.testing.DaemonBench;
import io.openintegration.daemon.testing.Descriptions;
import io.openintegration.daemon.testing.Gate;
import io.openintegration.daemon.testing.ScriptedConnector;
import io.openintegration.daemon.testing.ScriptedConnector.Method;
import io.openintegration.daemon.testing.ScriptedDaemon;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a connector keeps of a refresh or a life, and uses later, is refused and changes nothing. */
class LateCallbackTest {

    private static final String LIFE_OVER = "INTEGRATION-DAEMON-SERVICES-409-001";
    private static final String REFRESH_OVER = "INTEGRATION-DAEMON-SERVICES-409-003";

    private static final ServerName DAEMON = new ServerName("daemon");
    private static final ConnectorName CONNECTOR = new ConnectorName(NAME);
    private static final LineageNote NOTE = new LineageNote(new LineageNote.Key("kind", "late", "note"), "late");

    private final ScriptedDaemon daemon = new ScriptedDaemon();
    private final Gate middle = new Gate();
    private final AtomicReference<Refresh> kept = new AtomicReference<>();
    private final AtomicReference<DescriptionScope> keptScope = new AtomicReference<>();
    private final AtomicReference<ScriptedConnector> keeper = new AtomicReference<>();
    private final List<Throwable> refusals = new CopyOnWriteArrayList<>();

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
        keeper.set(hanging);
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
        keeper.set(hanging);
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

    @ParameterizedTest
    @EnumSource(
            value = Method.class,
            names = {"INITIALIZE", "START", "ENGAGE", "DISCONNECT"})
    void lifeThatIsOverCanDoNothingWithItsContext(Method method) throws InterruptedException {
        ScriptedConnector old = new ScriptedConnector().on(method, refresh -> {
            middle.awaitStubbornly();
            useContext();
        });
        keeper.set(old);
        boolean engaged = method == Method.ENGAGE;
        Gate work = new Gate();
        ScriptedConnector fresh = new ScriptedConnector().on(Method.ENGAGE, refresh -> work.await());
        DaemonBench bench = daemon.blocking(engaged).start(old, fresh);
        if (method == Method.DISCONNECT) {
            bench.awaitRefreshes(NAME, 1);
            bench.daemon().restart(ConnectorSelection.ALL, DaemonBench.OPERATOR);
        }
        DaemonBench.until(() -> old.count(method) == 1);
        if (method != Method.DISCONNECT) {
            bench.daemon().restart(ConnectorSelection.ALL, DaemonBench.OPERATOR);
        }
        DaemonBench.until(() -> fresh.count(engaged ? Method.ENGAGE : Method.REFRESH) == 1);
        bench.await(NAME, engaged ? ConnectorStatus.RUNNING : ConnectorStatus.WAITING);
        ConnectorState before = bench.state(NAME);

        middle.open();
        DaemonBench.until(() -> refusals.size() == 2 && old.isIdle());
        bench.daemon().tick();
        if (!engaged) {
            DaemonBench.awaitNoOperation();
        }

        assertThat(ids(refusals)).containsOnly(LIFE_OVER);
        assertThat(bench.state(NAME)).isEqualTo(before);
        assertThat(fresh.count(Method.REFRESH)).isEqualTo(engaged ? 0 : 1);
        assertThat(bench.lineage.of(DAEMON, CONNECTOR).namespaces(NOTE.key().kind()))
                .isEmpty();
        work.open();
    }

    @Test
    void eventsThatTheNextLifeTookInAreNotLost() throws InterruptedException {
        Gate taken = new Gate();
        ScriptedConnector hanging = new ScriptedConnector().on(Method.REFRESH, refresh -> {
            List<Long> first =
                    inbox().waiting(1).stream().map(ReceivedEvent::number).toList();
            taken.open();
            middle.awaitStubbornly();
            refusedIfAtAll(() -> inbox().settle(first, List.of(note("first"))));
        });
        keeper.set(hanging);
        ScriptedConnector next = new ScriptedConnector();
        DaemonBench bench = daemon.build(new ArrayDeque<>(List.of(hanging, next))::remove);
        bench.lineage.file(DAEMON, List.of(CONNECTOR), List.of("first", "second"));
        bench.daemon().start();
        taken.await();
        daemon.restart();
        bench.awaitRefreshes(NAME, 1);
        LineageInbox present = ((LineageIntegratorContext) next.context()).inbox();
        present.settle(present.waiting(2).stream().map(ReceivedEvent::number).toList(), List.of(note("first, second")));

        middle.open();
        DaemonBench.until(hanging::isIdle);

        assertThat(ids(refusals)).containsExactly(LIFE_OVER);
        assertThat(present.notes(List.of(NOTE.key()))).containsValue(note("first, second"));
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
        hanging.context().requestRefresh();
        bench.daemon().tick();

        assertThat(kept.get().isCancelled()).isTrue();
        assertThat(ids(refusals)).hasSize(5).containsOnly(id);
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
        refusedIfAtAll(() -> kept.get().reopen(new ItemKey("open")));
        refusedIfAtAll(() -> kept.get()
                .relate(List.of(new Relations(
                        new QualifiedName("test::open"), false, Set.of(), Relations.Mark.label("late"), List.of()))));
        refusedIfAtAll(() -> inbox().settle(List.of(), List.of(NOTE)));
    }

    /** What can be done outside of a refresh. */
    private void useContext() {
        refusedIfAtAll(() -> inbox().settle(List.of(), List.of(NOTE)));
        keeper.get().context().heartbeat();
        keeper.get().context().requestRefresh();
        refusedIfAtAll(() -> inbox().forget(List.of(NOTE.key())));
    }

    private LineageInbox inbox() {
        return ((LineageIntegratorContext) keeper.get().context()).inbox();
    }

    private static LineageNote note(String text) {
        return new LineageNote(NOTE.key(), text);
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
