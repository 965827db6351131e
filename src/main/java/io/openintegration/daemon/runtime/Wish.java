package io.openintegration.daemon.runtime;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.spi.ConnectorName;
import java.time.Clock;
import java.util.Optional;

/** What is wanted of one connector: by the operator, and by the dates of its configuration. Safe from any thread. */
final class Wish {

    private final PresentState present;
    private final ConnectorJournal journal;
    private final Clock clock;
    private volatile TargetState target = TargetState.STARTED;
    private volatile boolean outsideWindow;

    /** What lets a changed wish come true. */
    enum Consequence {
        NOTHING,
        RESTART,
        REFRESH,
        HALT
    }

    /** What became of the time for which the connector is configured. */
    enum Window {
        AS_BEFORE,
        OPENED,
        CLOSED
    }

    Wish(PresentState present, ConnectorJournal journal, Clock clock) {
        this.present = present;
        this.journal = journal;
        this.clock = clock;
    }

    TargetState target() {
        return target;
    }

    /** What was wanted before the connector was there. */
    synchronized void begin(TargetState wanted) {
        target = wanted;
    }

    /** Another wish of the operator; returns what is to be done now. */
    synchronized Consequence change(TargetState wanted) {
        TargetState before = target;
        target = wanted;
        ConnectorStatus status = present.state().status();
        if (outsideWindow) {
            return Consequence.NOTHING;
        }
        return switch (wanted) {
            case STOPPED -> status == ConnectorStatus.STOPPED ? Consequence.NOTHING : Consequence.HALT;
            case PAUSED -> before == TargetState.STOPPED ? Consequence.RESTART : pause(status);
            case STARTED -> before == TargetState.PAUSED ? resume(status) : start(before, status);
        };
    }

    private static Consequence pause(ConnectorStatus status) {
        return switch (status) {
            case RUNNING -> Consequence.HALT;
                // it may be about to be engaged
            case INITIALIZED -> Consequence.RESTART;
            default -> Consequence.NOTHING;
        };
    }

    private static Consequence resume(ConnectorStatus status) {
        return switch (status) {
            case WAITING -> Consequence.REFRESH;
                // it may be about to rest
            case STOPPED, INITIALIZED -> Consequence.RESTART;
            default -> Consequence.NOTHING;
        };
    }

    private static Consequence start(TargetState before, ConnectorStatus status) {
        return before == TargetState.STOPPED || status == ConnectorStatus.STOPPED
                ? Consequence.RESTART
                : Consequence.NOTHING;
    }

    /** Whether it is to be refreshed by its schedule, and brought back after failures. */
    boolean isToWork() {
        return target == TargetState.STARTED;
    }

    /** Whether it is to be alive at all, by its present configuration. */
    boolean isToLive() {
        lookAtWindow();
        return target != TargetState.STOPPED && !outsideWindow;
    }

    /** Looks at the time of day; each change is told, and returned, once. One that is stopped on purpose stays so. */
    synchronized Window lookAtWindow() {
        boolean outside = !present.slot().configuration().hosting().schedule().isOpenAt(clock.instant());
        if (outside == outsideWindow) {
            return Window.AS_BEFORE;
        }
        outsideWindow = outside;
        if (target == TargetState.STOPPED) {
            return Window.AS_BEFORE;
        }
        if (outside) {
            journal.windowClosed();
            return Window.CLOSED;
        }
        journal.windowOpened();
        return Window.OPENED;
    }

    /** Why a refresh cannot be had now; empty where it can. */
    Optional<Message> refusesRefresh() {
        return refusesPlan()
                .or(() -> target == TargetState.PAUSED
                        ? Optional.of(RuntimeMessage.REFRESH_OF_PAUSED.with(journal.connector()))
                        : Optional.empty());
    }

    /** Why it cannot be asked what a refresh would do; empty where it can. */
    Optional<Message> refusesPlan() {
        ConnectorName name = journal.connector();
        ConnectorState current = present.state();
        return switch (current.status()) {
            case FAILED, INITIALIZE_FAILED, CONFIG_FAILED -> Optional.of(RuntimeMessage.REFRESH_OF_FAILED.with(
                    name,
                    current.failure()
                            .map(failure -> failure.message().toString())
                            .orElse("")));
            case RUNNING -> Optional.of(RuntimeMessage.REFRESH_OF_ENGAGED.with(name));
            case STOPPED -> Optional.of(RuntimeMessage.REFRESH_OF_STOPPED.with(name));
            default -> Optional.empty();
        };
    }

    /**
     * Why it cannot be restarted; empty where it can.
     *
     * @param named whether it is named, not only meant along with others
     */
    Optional<Message> refusesRestart(boolean named) {
        if (outsideWindow) {
            return Optional.of(RuntimeMessage.OUTSIDE_WINDOW.with(journal.connector()));
        }
        return target == TargetState.STOPPED && !named
                ? Optional.of(RuntimeMessage.RESTART_OF_STOPPED.with(journal.connector()))
                : Optional.empty();
    }
}
