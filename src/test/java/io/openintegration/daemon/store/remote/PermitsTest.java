package io.openintegration.daemon.store.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PermitsTest {

    private static final Duration LIMIT = Duration.ofMillis(1);

    @Test
    void whoWaitsWhileNobodyIsAnsweredIsToldSo() throws Exception {
        Permits permits = new Permits(new Semaphore(1, true), LIMIT);
        permits.acquire();

        WireException told = catchThrowableOfType(WireException.class, permits::acquire);

        assertThat(told.trouble()).isEqualTo(Trouble.OTHERS_UNANSWERED);
        permits.release(false);
        permits.acquire();
    }

    @Test
    void whoWaitsWhileOthersAreAnsweredWaitsOn() throws Exception {
        LongQueue queue = new LongQueue();
        queue.permits = new Permits(queue, LIMIT);

        queue.permits.acquire();

        assertThat(queue.waits).isEqualTo(LongQueue.ANSWERS + 1);
    }

    /** Several are served before. */
    private static final class LongQueue extends Semaphore {

        private static final long serialVersionUID = 1L;
        private static final int ANSWERS = 3;

        private transient Permits permits;
        private int waits;

        private LongQueue() {
            super(1, true);
        }

        @Override
        public boolean tryAcquire(long time, TimeUnit unit) {
            waits++;
            if (waits <= ANSWERS) {
                permits.release(true);
                return false;
            }
            return true;
        }
    }
}
