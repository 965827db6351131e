package io.openintegration.daemon.reconcile;

import org.junit.jupiter.api.BeforeEach;

/** The same, while batches are written by another thread. */
class OutageInFlightTest extends OutageTest {

    @BeforeEach
    void writeByAnotherThread() {
        world.writer = Writer.OTHER_THREAD;
    }
}
