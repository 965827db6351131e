package io.openintegration.daemon.rest;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The query parameter {@code wait}: how long a caller wants to wait for the end of what it asked for. */
public final class Waiting {

    private static final int LONGEST_SECONDS = 60;

    private Waiting() {}

    /**
     * Waits for the work behind an answer; without the parameter, not at all.
     *
     * @param seconds as the caller wrote it, from 0 to 60; null means 0
     */
    public static void on(CompletableFuture<?> work, String seconds) {
        Duration limit = parse(seconds);
        if (!limit.isZero()) {
            try {
                work.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                return;
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                // the server stops: the answer goes out early
                Thread.currentThread().interrupt();
            }
        }
    }

    /** @throws RejectedRequestException {@code REST-REQUEST-400-005} where it is not a number from 0 to 60 */
    public static Duration parse(String seconds) {
        if (seconds == null) {
            return Duration.ZERO;
        }
        if (!seconds.matches("\\d{1,2}") || Integer.parseInt(seconds) > LONGEST_SECONDS) {
            throw new RejectedRequestException(RestMessage.BAD_PARAMETER.with(
                    "wait", seconds, "a number of seconds from 0 to " + LONGEST_SECONDS));
        }
        return Duration.ofSeconds(Integer.parseInt(seconds));
    }
}
