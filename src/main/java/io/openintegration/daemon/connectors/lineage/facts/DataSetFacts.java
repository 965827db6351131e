package io.openintegration.daemon.connectors.lineage.facts;

import io.openintegration.daemon.connectors.lineage.event.JobName;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What is known of one data set.
 *
 * @param lastTold the time of the last event that told of it
 * @param facets the last text of each, but for its column lineage
 * @param columnLineage the last text of that facet, by the job that told it
 */
public record DataSetFacts(
        Instant lastTold, SortedMap<String, Stamped> facets, SortedMap<JobName, Stamped> columnLineage) {

    public DataSetFacts {
        facets = Collections.unmodifiableSortedMap(new TreeMap<>(facets));
        columnLineage = Collections.unmodifiableSortedMap(new TreeMap<>(columnLineage));
    }

    /** These and those. */
    public DataSetFacts with(DataSetFacts other) {
        return new DataSetFacts(
                RunFacts.later(lastTold, other.lastTold),
                Stamped.both(facets, other.facets),
                Stamped.both(columnLineage, other.columnLineage));
    }

    /** Without the column lineage of other jobs. */
    DataSetFacts only(Predicate<JobName> wanted) {
        SortedMap<JobName, Stamped> fewer = new TreeMap<>(columnLineage);
        fewer.keySet().removeIf(wanted.negate());
        return new DataSetFacts(lastTold, facets, fewer);
    }

    /** What is to be kept of it. */
    public DataSetFacts within(FactsLimits limits) {
        SortedMap<JobName, Stamped> young = new TreeMap<>(columnLineage);
        limits.age().ifPresent(age -> young.values().removeIf(told -> told.at().isBefore(lastTold.minus(age))));
        return new DataSetFacts(
                lastTold,
                Newest.of(facets, limits.facets(), Stamped::at),
                Newest.of(young, limits.jobs(), Stamped::at));
    }
}
