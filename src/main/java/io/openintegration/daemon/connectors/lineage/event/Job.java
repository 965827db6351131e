package io.openintegration.daemon.connectors.lineage.event;

import java.util.Map;

/** @param facets their JSON text by their names */
public record Job(JobName name, Map<String, String> facets) {

    public Job {
        facets = Map.copyOf(facets);
    }
}
