package io.openintegration.daemon.runtime;

import static io.openintegration.daemon.testing.ScriptedDaemon.NAME;
import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.metadata.DescriptionScope;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.runtime.run.RunOutcome;
import io.openintegration.daemon.runtime.run.RunReport;
import io.openintegration.daemon.spi.Refresh;
import io.openintegration.daemon.testing.DaemonBench;
import io.openintegration.daemon.testing.Descriptions;
import io.openintegration.daemon.testing.Gate;
import io.openintegration.daemon.testing.ScriptedConnector;
import io.openintegration.daemon.testing.ScriptedConnector.Method;
import io.openintegration.daemon.testing.ScriptedDaemon;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What one thread of the pool writes while another calls the connector. */
class RefreshInFlightTest {

    /** A full batch. */
    private static final int ITEMS = 1_000;

    private final ScriptedDaemon daemon = new ScriptedDaemon().grace(Duration.ofMinutes(1));
    private final Gate bench = new Gate();
    private final AtomicReference<DaemonBench> started = new AtomicReference<>();
    private final Gate described = new Gate();
    private final Gate goOn = new Gate();

    @AfterEach
    void stop() throws InterruptedException {
        bench.open();
        goOn.open();
        daemon.close();
    }

    @Test
    void refreshEndsWhenWhatIsInFlightIsWritten() {
        start();
        described.awaitStubbornly();
        goOn.open();

        assertThat(started.get().store.elements()).isEmpty();
        assertThat(started.get().state(NAME).status()).isEqualTo(ConnectorStatus.REFRESHING);

        started.get().threads.go();
        started.get().awaitRefreshes(NAME, 1);
        assertThat(started.get().store.elements()).hasSize(ITEMS);
    }

    @Test
    void cancelledRefreshEndsWhenWhatIsInFlightIsWritten() {
        start();
        described.awaitStubbornly();
        RunReport run = started.get().runs(NAME).get(0);
        started.get().daemon().cancel(run.id(), DaemonBench.OPERATOR);
        goOn.open();
        started.get().threads.go();
        started.get().await(NAME, ConnectorStatus.WAITING);

        RunReport ended = started.get().runs(NAME).get(0);
        assertThat(ended.outcome()).isEqualTo(RunOutcome.CANCELLED);
        assertThat(started.get().store.elements()).hasSize(ITEMS);
    }

    /** The pool begins with nothing more once the connector has begun to describe. */
    private void start() {
        started.set(daemon.start(new ScriptedConnector().on(Method.REFRESH, this::describe)));
        bench.open();
    }

    private void describe(Refresh refresh) {
        bench.awaitStubbornly();
        started.get().threads.hold();
        try (DescriptionScope folder = refresh.open(new ItemKey("folder"), Descriptions.folder("folder"))) {
            for (int number = 1; number < ITEMS; number++) {
                String name = "file" + number;
                folder.add(new ItemKey(name), "1", () -> Descriptions.file(name));
            }
            described.open();
            goOn.awaitStubbornly();
            folder.complete();
        }
    }
}
