package io.openintegration.daemon.bench.soak;

import java.util.function.BooleanSupplier;

/** What an {@link UnrulyConnector} does instead of its work. */
enum Whim {
    HANGS {
        @Override
        void act(BooleanSupplier isOver) {
            try {
                while (!isOver.getAsBoolean()) {
                    Thread.sleep(LOOK_MILLIS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
    },
    HANGS_AND_IGNORES_INTERRUPTS {
        @Override
        void act(BooleanSupplier isOver) {
            while (!isOver.getAsBoolean()) {
                try {
                    Thread.sleep(LOOK_MILLIS);
                } catch (InterruptedException e) {
                    // that is the whim
                }
            }
        }
    },
    THROWS_AN_EXCEPTION {
        @Override
        void act(BooleanSupplier isOver) {
            throw new IllegalStateException("a whim");
        }
    },
    THROWS_AN_ERROR {
        @Override
        void act(BooleanSupplier isOver) {
            throw new NoClassDefFoundError("a whim");
        }
    },
    RUNS_OUT_OF_MEMORY {
        @Override
        void act(BooleanSupplier isOver) {
            throw new OutOfMemoryError("a whim");
        }
    };

    private static final long LOOK_MILLIS = 200;

    /** @param isOver whether the whim has passed: what hangs goes on then */
    abstract void act(BooleanSupplier isOver);

    boolean isHang() {
        return this == HANGS || this == HANGS_AND_IGNORES_INTERRUPTS;
    }
}
