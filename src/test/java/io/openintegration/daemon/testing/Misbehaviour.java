package io.openintegration.daemon.testing;

import java.time.Duration;

/** What a connector can do wrong in any of its methods. */
public enum Misbehaviour {
    BLOCKS_AND_OBEYS_INTERRUPTS {
        @Override
        public void act(Gate gate) throws InterruptedException {
            gate.await();
        }
    },
    BLOCKS_AND_IGNORES_INTERRUPTS {
        @Override
        public void act(Gate gate) {
            gate.awaitStubbornly();
        }
    },
    IS_SLOW_TO_STOP {
        @Override
        public void act(Gate gate) throws InterruptedException {
            try {
                gate.await();
            } finally {
                gate.awaitStubbornly(Duration.ofMillis(30));
            }
        }
    },
    THROWS_AN_EXCEPTION {
        @Override
        public void act(Gate gate) {
            throw new IllegalStateException("scripted");
        }
    },
    OVERFLOWS_ITS_STACK {
        @Override
        public void act(Gate gate) {
            throw new StackOverflowError("scripted");
        }
    },
    RUNS_OUT_OF_MEMORY {
        @Override
        public void act(Gate gate) {
            throw new OutOfMemoryError("scripted");
        }
    },
    LACKS_A_CLASS {
        @Override
        public void act(Gate gate) {
            throw new NoClassDefFoundError("scripted");
        }
    },
    KILLS_ITS_THREAD {
        @Override
        public void act(Gate gate) {
            throw new ThreadDeath();
        }
    },
    THROWS_WHAT_CANNOT_WORD_ITSELF {
        @Override
        public void act(Gate gate) {
            throw new Error() {
                private static final long serialVersionUID = 1L;

                @Override
                public String getMessage() {
                    throw new StackOverflowError("scripted");
                }
            };
        }
    },
    INTERRUPTS_ITSELF {
        @Override
        public void act(Gate gate) {
            Thread.currentThread().interrupt();
        }
    },
    LEAKS_A_THREAD {
        @Override
        public void act(Gate gate) {
            Thread leaked = new Thread(gate::awaitStubbornly, "leaked");
            leaked.setDaemon(true);
            leaked.start();
        }
    };

    /** @param gate until it opens, what is to hang hangs */
    public abstract void act(Gate gate) throws InterruptedException;

    /** Whether a call that does this ends by itself. */
    public boolean ends() {
        return switch (this) {
            case BLOCKS_AND_OBEYS_INTERRUPTS, BLOCKS_AND_IGNORES_INTERRUPTS, IS_SLOW_TO_STOP -> false;
            default -> true;
        };
    }
}
