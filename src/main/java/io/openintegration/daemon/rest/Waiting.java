package io.openintegration.daemon.rest;

import io.openintegration.daemon.runtime.RequestReceipt;
import java.time.Duration;

/** The query parameter {@code wait}: how long a caller wants to wait for the end of what it asked for. */
public final class Waiting {

    private static final int LONGEST_SECONDS = 60;

    private Waiting() {}

    /**
     * Waits for the work behind a receipt; without the parameter, not at all.
     *
     * @param seconds as the caller wrote it, from 0 to 60; null means 0
     */
    public static void on(RequestReceipt receipt, String seconds) {
        Duration limit = parse(seconds);
        if (!limit.isZero()) {
            try {
                receipt.await(limit);
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
