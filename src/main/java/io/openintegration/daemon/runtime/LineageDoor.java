package io.openintegration.daemon.runtime;

import io.openintegration.daemon.spi.LineageReceipt;
import java.util.List;

/** Where connectors of a daemon hand over the events that they receive. Safe from any thread; may wait for the database. */
@FunctionalInterface
public interface LineageDoor {

    /** Nobody takes anything in. */
    LineageDoor CLOSED = events -> LineageReceipt.nothing(LineageReceipt.Outcome.UNCLAIMED);

    /** As {@link io.openintegration.daemon.spi.LineageIntegratorContext#accept}. */
    LineageReceipt accept(List<String> events);
}
