package io.openintegration.daemon.connectors.lineage.facts;

import io.openintegration.daemon.connectors.lineage.event.DataSetName;
import io.openintegration.daemon.connectors.lineage.event.JobName;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is known of one job.
 *
 * @param lastTold the time of the last event that told of it
 * @param facets the last text of each
 * @param inputs the data sets that it reads, each with the time of the last event that said so
 * @param outputs the same for those that it writes
 * @param runs by their ids; a job of which only its design was told has none
 */
public record JobFacts(
        Instant lastTold,
        SortedMap<String, Stamped> facets,
        SortedMap<DataSetName, Instant> inputs,
        SortedMap<DataSetName, Instant> outputs,
        SortedMap<String, RunFacts> runs) {

    public JobFacts {
        facets = Collections.unmodifiableSortedMap(new TreeMap<>(facets));
        inputs = Collections.unmodifiableSortedMap(new TreeMap<>(inputs));
        outputs = Collections.unmodifiableSortedMap(new TreeMap<>(outputs));
        runs = Collections.unmodifiableSortedMap(new TreeMap<>(runs));
    }

    /** The run that began last, with its id; empty where there was none. */
    public Optional<Map.Entry<String, RunFacts>> lastRun() {
        Comparator<Map.Entry<String, RunFacts>> byBegin =
                Comparator.comparing(run -> run.getValue().began());
        return runs.entrySet().stream().max(byBegin.thenComparing(Map.Entry::getKey));
    }

    /** These and those. */
    public JobFacts with(JobFacts other) {
        SortedMap<String, RunFacts> bothRuns = new TreeMap<>(runs);
        other.runs.forEach((id, run) -> bothRuns.merge(id, run, RunFacts::with));
        return new JobFacts(
                RunFacts.later(lastTold, other.lastTold),
                Stamped.both(facets, other.facets),
                both(inputs, other.inputs),
                both(outputs, other.outputs),
                bothRuns);
    }

    /** What is to be kept of it. */
    public JobFacts within(FactsLimits limits) {
        SortedMap<String, RunFacts> kept = new TreeMap<>();
        Newest.of(runs, limits.runs(), RunFacts::began).forEach((id, run) -> kept.put(id, within(run, limits)));
        return new JobFacts(
                lastTold,
                Newest.of(facets, limits.facets(), Stamped::at),
                flows(inputs, limits),
                flows(outputs, limits),
                kept);
    }

    private static RunFacts within(RunFacts run, FactsLimits limits) {
        SortedMap<String, JobName> children = new TreeMap<>();
        run.failedChildren().entrySet().stream()
                .limit(limits.failedChildren())
                .forEach(child -> children.put(child.getKey(), child.getValue()));
        return new RunFacts(
                run.told(),
                run.lastTold(),
                run.parent(),
                children,
                Newest.of(run.facets(), limits.facets(), Stamped::at));
    }

    private SortedMap<DataSetName, Instant> flows(SortedMap<DataSetName, Instant> all, FactsLimits limits) {
        SortedMap<DataSetName, Instant> young = new TreeMap<>(all);
        limits.age().ifPresent(age -> young.values().removeIf(at -> at.isBefore(lastTold.minus(age))));
        return Newest.of(young, limits.dataSets(), at -> at);
    }

    private static SortedMap<DataSetName, Instant> both(
            SortedMap<DataSetName, Instant> one, SortedMap<DataSetName, Instant> other) {
        SortedMap<DataSetName, Instant> both = new TreeMap<>(one);
        other.forEach((name, at) -> both.merge(name, at, RunFacts::later));
        return both;
    }
}
