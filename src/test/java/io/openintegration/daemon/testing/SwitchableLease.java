package io.openintegration.daemon.testing;

import io.openintegration.daemon.runtime.Lease;

/** A lease that is this node's as long as the test wants. */
public final class SwitchableLease implements Lease {

    private volatile boolean held = true;

    /** From now on another node has it, or may have it. */
    public void lose() {
        held = false;
    }

    /** From now on it can be had. */
    public void offer() {
        held = true;
    }

    @Override
    public boolean claim() {
        return held;
    }

    @Override
    public boolean isHeld() {
        return held;
    }

    @Override
    public void release() {
        // the test decides
    }
}
