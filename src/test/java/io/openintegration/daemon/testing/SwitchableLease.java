package io.openintegration.daemon.testing;

import io.openintegration.daemon.runtime.Lease;
import java.util.concurrent.atomic.AtomicReference;

/** A lease that is this node's as long as the test wants. */
public final class SwitchableLease implements Lease {

    private volatile boolean held = true;
    private volatile Gate answers = openGate();
    private volatile boolean released;
    private final AtomicReference<Error> fault = new AtomicReference<>();

    /** From now on another node has it, or may have it. */
    public void lose() {
        held = false;
    }

    /** From now on it can be had. */
    public void offer() {
        held = true;
    }

    /** From now on claims wait, as for a database that cannot be reached. */
    public void cutOff() {
        answers = new Gate();
    }

    /** Claims that waited are answered, as all that come. */
    public void mend() {
        answers.open();
    }

    /** The next who asks anything of it gets that thrown. */
    public void failOnce(Error error) {
        fault.set(error);
    }

    public boolean isReleased() {
        return released;
    }

    @Override
    public boolean claim() {
        failIfTold();
        answers.awaitStubbornly();
        return held;
    }

    @Override
    public boolean isHeld() {
        failIfTold();
        return held;
    }

    @Override
    public void release() {
        // who has it next, the test decides
        released = true;
    }

    private void failIfTold() {
        Error thrown = fault.getAndSet(null);
        if (thrown != null) {
            throw thrown;
        }
    }

    private static Gate openGate() {
        Gate gate = new Gate();
        gate.open();
        return gate;
    }
}
