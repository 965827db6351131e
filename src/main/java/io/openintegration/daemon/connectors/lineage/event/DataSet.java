package io.openintegration.daemon.connectors.lineage.event;

import java.util.Map;

/**
 * A data set that a job reads or writes.
 *
 * @param facets their JSON text by their names; what is true of this run alone (inputFacets, outputFacets) is not among them
 */
public record DataSet(DataSetName name, Map<String, String> facets) {

    public DataSet {
        facets = Map.copyOf(facets);
    }
}
