package io.openintegration.daemon.connectors.lineage.event;

import java.util.Map;
import java.util.Optional;

/**
 * The run that an event is of.
 *
 * @param type what the event says of it
 * @param parent the run that began it; empty where the event names none
 * @param facets their JSON text by their names
 */
public record Run(String id, EventType type, Optional<RunRef> parent, Map<String, String> facets) {

    public Run {
        facets = Map.copyOf(facets);
    }
}
