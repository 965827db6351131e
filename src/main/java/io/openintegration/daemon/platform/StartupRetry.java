package io.openintegration.daemon.platform;

import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.runtime.BackOff;
import io.openintegration.daemon.runtime.MonotonicClock;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Starts the start-up servers that wait for the end of an outage, when it is over: it looks 5 s after the start, then after twice
 * as long each time, at most a minute apart. Called by one thread.
 */
final class StartupRetry {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final MissingServers missing;
    private final BooleanSupplier databaseAnswers;
    private final Launch launch;
    private final StartupJournal journal;
    private final BackOff backOff;

    /** Starts a server of those that wait. */
    @FunctionalInterface
    interface Launch {

        /** @return whether it did: false where an operator was quicker, who wants it started or stopped */
        boolean start(ServerName server);
    }

    /** @param databaseAnswers a start that is sure to fail would tell the server's audit log each of its steps */
    StartupRetry(
            MissingServers missing,
            BooleanSupplier databaseAnswers,
            Launch launch,
            MonotonicClock time,
            StartupJournal journal) {
        this.missing = missing;
        this.databaseAnswers = databaseAnswers;
        this.launch = launch;
        this.journal = journal;
        this.backOff = new BackOff(FIRST_PAUSE, LONGEST_PAUSE, time);
        backOff.failed();
        if (!isOver()) {
            journal.waiting(missing.waiting());
        }
    }

    /** Whether no server waits any more. */
    boolean isOver() {
        return missing.waiting().isEmpty();
    }

    /** Called about once a second. */
    void tick() {
        if (isOver() || !backOff.isOver()) {
            return;
        }
        if (databaseAnswers.getAsBoolean()) {
            missing.waiting().forEach(this::attempt);
        }
        backOff.failed();
    }

    private void attempt(ServerName server) {
        try {
            if (launch.start(server)) {
                missing.started(server);
                journal.startedAfterOutage(server);
            }
        } catch (RuntimeException e) {
            missing.failedAgain(server, e);
            journal.failed(server, e);
        }
    }
}
