package io.openintegration.daemon.runtime;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** What is known of one connector now. Read without waiting for anybody; only the present generation can change the state. */
final class PresentReport {

    private final AtomicReference<ConnectorReport> report;

    PresentReport(ConnectorSlot slot, Instant now) {
        this.report = new AtomicReference<>(new ConnectorReport(slot, ConnectorState.created(now)));
    }

    ConnectorReport get() {
        return report.get();
    }

    /** A new generation begins in this slot. */
    ConnectorReport reborn(ConnectorSlot slot, Instant now) {
        return report.updateAndGet(
                current -> new ConnectorReport(slot, current.state().reborn(now)));
    }

    /** The present generation goes on in this slot. */
    void move(ConnectorSlot slot) {
        report.updateAndGet(current -> new ConnectorReport(slot, current.state()));
    }

    void considered(Instant now) {
        report.updateAndGet(
                current -> new ConnectorReport(current.slot(), current.state().considered(now)));
    }

    /** Changes the state, unless another generation has begun. Returns whether it did. */
    boolean change(long generation, UnaryOperator<ConnectorState> step) {
        ConnectorReport current;
        do {
            current = report.get();
            if (current.state().generation() != generation) {
                return false;
            }
        } while (!report.compareAndSet(current, new ConnectorReport(current.slot(), step.apply(current.state()))));
        return true;
    }

    /** Whether another generation has begun. */
    boolean isOver(long generation) {
        return report.get().state().generation() != generation;
    }
}
