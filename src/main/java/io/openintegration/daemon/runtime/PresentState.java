package io.openintegration.daemon.runtime;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** What is known of one connector now. Read without waiting for anybody; only the present generation can change the state. */
final class PresentState {

    private final AtomicReference<Present> present;

    /** A connector's place, and its state in it. */
    record Present(ConnectorSlot slot, ConnectorState state) {}

    PresentState(ConnectorSlot slot, ConnectorState state) {
        this.present = new AtomicReference<>(new Present(slot, state));
    }

    ConnectorSlot slot() {
        return present.get().slot();
    }

    ConnectorState state() {
        return present.get().state();
    }

    Present get() {
        return present.get();
    }

    /** A new generation begins in this slot. */
    Present reborn(ConnectorSlot slot, Instant now, Optional<Trouble> remembered) {
        return present.updateAndGet(current -> new Present(slot, current.state().reborn(now, remembered)));
    }

    /** The present generation goes on in this slot. */
    void move(ConnectorSlot slot) {
        present.updateAndGet(current -> new Present(slot, current.state()));
    }

    void considered(Instant now) {
        present.updateAndGet(
                current -> new Present(current.slot(), current.state().considered(now)));
    }

    /** Changes the state, unless another generation has begun. Returns whether it did. */
    boolean change(long generation, UnaryOperator<ConnectorState> step) {
        Present current;
        do {
            current = present.get();
            if (current.state().generation() != generation) {
                return false;
            }
        } while (!present.compareAndSet(current, new Present(current.slot(), step.apply(current.state()))));
        return true;
    }

    /** Whether another generation has begun. */
    boolean isOver(long generation) {
        return present.get().state().generation() != generation;
    }
}
