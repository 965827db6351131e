package io.openintegration.daemon.connectors.lineage;

import io.openintegration.daemon.connectors.lineage.event.DataSetName;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.spi.LineageIntegratorContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Where data sets are in the catalogue: the element that another connector made of one, or one of our own. */
final class DataSetPlaces {

    private final LineageIntegratorContext context;
    private final LineageNames names;

    DataSetPlaces(LineageIntegratorContext context, LineageNames names) {
        this.context = context;
        this.names = names;
    }

    /** The name of each data set's element. */
    Map<DataSetName, QualifiedName> of(Collection<DataSetName> dataSets) {
        Map<DataSetName, List<QualifiedName>> joined = new HashMap<>();
        dataSets.forEach(dataSet -> joined.put(dataSet, names.joined(dataSet)));
        Set<QualifiedName> known = context.catalogued(
                joined.values().stream().flatMap(List::stream).collect(Collectors.toSet()));
        Map<DataSetName, QualifiedName> places = new HashMap<>();
        joined.forEach((dataSet, candidates) -> places.put(
                dataSet,
                candidates.stream().filter(known::contains).findFirst().orElseGet(() -> names.standIn(dataSet))));
        return places;
    }

    /** Whether the element is one of our own. */
    boolean isStandIn(DataSetName dataSet, QualifiedName element) {
        return element.equals(names.standIn(dataSet));
    }
}
