package io.openintegration.daemon.connectors.lineage;

import io.openintegration.daemon.connectors.lineage.event.BadEventException;
import io.openintegration.daemon.connectors.lineage.event.EventLimits;
import io.openintegration.daemon.connectors.lineage.event.EventReader;
import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.FailureOrigin;
import io.openintegration.daemon.spi.LineageEventCheck;

/** What all connectors that take OpenLineage events in expect of them: {@code OPEN-LINEAGE-CONNECTORS-400-001} says what is wrong. */
public final class EventCheck implements LineageEventCheck {

    private static final EventReader READER = EventReader.ofNoFacets(EventLimits.STANDARD);

    @Override
    public void check(String event) {
        try {
            READER.read(event);
        } catch (BadEventException bad) {
            throw new ConnectorException(
                    FailureOrigin.THIRD_PARTY, LineageMessage.BAD_EVENT.with(bad.what(), bad.where()), bad);
        }
    }
}
