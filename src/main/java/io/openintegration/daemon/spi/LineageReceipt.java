package io.openintegration.daemon.spi;

import io.openintegration.daemon.message.Message;
import java.util.Map;

/**
 * What became of events that a connector {@linkplain LineageIntegratorContext#accept handed} to the daemon.
 *
 * @param refused why some of them were not taken, by their places in the list, from 0; empty where the outcome is not {@link
 *     Outcome#STORED}, never null. They would be refused again
 */
public record LineageReceipt(Outcome outcome, Map<Integer, Message> refused) {

    /** What became of those that were not refused. */
    public enum Outcome {
        /** They are stored for good, for every connector that takes events in. */
        STORED,
        /** Too many wait already: nothing was kept. They may be handed over again, later. */
        FULL,
        /** No connector of this daemon takes events in at present: nothing was kept. */
        UNCLAIMED
    }

    public LineageReceipt {
        refused = Map.copyOf(refused);
    }

    /** Nothing was kept. */
    public static LineageReceipt nothing(Outcome why) {
        return new LineageReceipt(why, Map.of());
    }
}
