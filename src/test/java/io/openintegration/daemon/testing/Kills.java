package io.openintegration.daemon.testing;

import java.util.Random;

/**
 * How often and when something is killed: {@code -Dcrash.kills=200} for more than a few times, {@code -Dcrash.seed} for other
 * moments.
 */
public final class Kills {

    private static final int COUNT = Integer.getInteger("crash.kills", 5);
    private static final long SEED = Long.getLong("crash.seed", 20_261_129L);
    private static final int LONGEST_MOMENT = 2_000_000;

    private final Random random = new Random(SEED);

    public int count() {
        return COUNT;
    }

    /** @return 1 at least */
    public int some(int most) {
        return 1 + random.nextInt(most);
    }

    /** Is spent with work of this thread, so that others may be anywhere. */
    public void spendAMoment() {
        int turns = random.nextInt(LONGEST_MOMENT);
        for (int turn = 0; turn < turns; turn++) {
            Thread.onSpinWait();
        }
    }
}
