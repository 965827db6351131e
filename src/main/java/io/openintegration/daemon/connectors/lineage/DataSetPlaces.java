package io.openintegration.daemon.connectors.lineage;

import io.openintegration.daemon.connectors.lineage.event.DataSetName;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.spi.LineageIntegratorContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

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
        Map<DataSetName, QualifiedName> joined = new HashMap<>();
        dataSets.forEach(dataSet -> joined.put(dataSet, names.joined(dataSet)));
        Set<QualifiedName> known = context.catalogued(joined.values());
        joined.replaceAll((dataSet, name) -> known.contains(name) ? name : names.standIn(dataSet));
        return joined;
    }

    /** Whether the element is one of our own. */
    boolean isStandIn(DataSetName dataSet, QualifiedName element) {
        return element.equals(names.standIn(dataSet));
    }
}
