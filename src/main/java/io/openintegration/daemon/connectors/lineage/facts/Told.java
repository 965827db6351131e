package io.openintegration.daemon.connectors.lineage.facts;

import io.openintegration.daemon.connectors.lineage.event.DataSet;
import io.openintegration.daemon.connectors.lineage.event.DataSetName;
import io.openintegration.daemon.connectors.lineage.event.EventType;
import io.openintegration.daemon.connectors.lineage.event.Job;
import io.openintegration.daemon.connectors.lineage.event.JobName;
import io.openintegration.daemon.connectors.lineage.event.LineageEvent;
import io.openintegration.daemon.connectors.lineage.event.Run;
import io.openintegration.daemon.connectors.lineage.event.RunRef;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What some events told, of whichever jobs and data sets. */
public record Told(SortedMap<JobName, JobFacts> jobs, SortedMap<DataSetName, DataSetFacts> dataSets) {

    public static final Told NOTHING = new Told(new TreeMap<>(), new TreeMap<>());

    private static final String COLUMN_LINEAGE = "columnLineage";

    public Told {
        jobs = Collections.unmodifiableSortedMap(new TreeMap<>(jobs));
        dataSets = Collections.unmodifiableSortedMap(new TreeMap<>(dataSets));
    }

    /** What one event tells: of its job, of the job whose run began its run, and of its data sets. */
    public static Told by(LineageEvent event) {
        SortedMap<JobName, JobFacts> jobs = new TreeMap<>();
        SortedMap<DataSetName, DataSetFacts> dataSets = new TreeMap<>();
        event.job().ifPresent(job -> {
            jobs.put(job.name(), job(event, job));
            event.run().ifPresent(run -> run.parent()
                    .ifPresent(parent -> jobs.merge(parent.job(), parent(event, job, run, parent), JobFacts::with)));
        });
        Optional<JobName> writer = event.job().map(Job::name);
        event.inputs()
                .forEach(input -> dataSets.merge(
                        input.name(), dataSet(event.time(), input, Optional.empty()), DataSetFacts::with));
        event.outputs()
                .forEach(output ->
                        dataSets.merge(output.name(), dataSet(event.time(), output, writer), DataSetFacts::with));
        return new Told(jobs, dataSets);
    }

    /** These and those. */
    public Told with(Told other) {
        return all(Stream.of(this, other));
    }

    /** All of them together; each is let go when the next one comes. */
    public static Told all(Stream<Told> each) {
        SortedMap<JobName, JobFacts> jobs = new TreeMap<>();
        SortedMap<DataSetName, DataSetFacts> dataSets = new TreeMap<>();
        each.forEachOrdered(one -> {
            one.jobs.forEach((name, facts) -> jobs.merge(name, facts, JobFacts::with));
            one.dataSets.forEach((name, facts) -> dataSets.merge(name, facts, DataSetFacts::with));
        });
        return new Told(jobs, dataSets);
    }

    /** As much of it as is kept. */
    public Told within(FactsLimits limits) {
        SortedMap<JobName, JobFacts> fewerJobs = new TreeMap<>(jobs);
        fewerJobs.replaceAll((name, facts) -> facts.within(limits));
        SortedMap<DataSetName, DataSetFacts> fewerSets = new TreeMap<>(dataSets);
        fewerSets.replaceAll((name, facts) -> facts.within(limits));
        return new Told(fewerJobs, fewerSets);
    }

    /** Without the other jobs, and without what is told of columns by them. */
    public Told only(Predicate<JobName> wanted) {
        SortedMap<JobName, JobFacts> fewerJobs = new TreeMap<>(jobs);
        fewerJobs.keySet().removeIf(wanted.negate());
        SortedMap<DataSetName, DataSetFacts> sets = new TreeMap<>(dataSets);
        sets.replaceAll((name, facts) -> facts.only(wanted));
        return new Told(fewerJobs, sets);
    }

    private static JobFacts job(LineageEvent event, Job job) {
        SortedMap<String, RunFacts> runs = new TreeMap<>();
        event.run()
                .ifPresent(run -> runs.put(
                        run.id(),
                        new RunFacts(
                                new TreeMap<>(Map.of(run.type(), event.time())),
                                event.time(),
                                run.parent(),
                                new TreeMap<>(),
                                stamped(event.time(), run.facets()))));
        return new JobFacts(
                event.time(),
                stamped(event.time(), job.facets()),
                names(event.time(), event.inputs()),
                names(event.time(), event.outputs()),
                runs);
    }

    private static JobFacts parent(LineageEvent event, Job child, Run run, RunRef parent) {
        boolean failed = run.type() == EventType.FAIL || run.type() == EventType.ABORT;
        RunFacts facts = new RunFacts(
                new TreeMap<>(),
                event.time(),
                Optional.empty(),
                failed ? new TreeMap<>(Map.of(run.id(), child.name())) : new TreeMap<>(),
                new TreeMap<>());
        return new JobFacts(
                event.time(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(Map.of(parent.runId(), facts)));
    }

    private static DataSetFacts dataSet(Instant time, DataSet dataSet, Optional<JobName> writer) {
        SortedMap<String, Stamped> facets = stamped(time, dataSet.facets());
        Stamped lineage = facets.remove(COLUMN_LINEAGE);
        SortedMap<JobName, Stamped> columns = new TreeMap<>();
        if (lineage != null) {
            writer.ifPresent(job -> columns.put(job, lineage));
        }
        return new DataSetFacts(time, facets, columns);
    }

    private static SortedMap<String, Stamped> stamped(Instant time, Map<String, String> facets) {
        SortedMap<String, Stamped> stamped = new TreeMap<>();
        facets.forEach((name, text) -> stamped.put(name, new Stamped(time, text)));
        return stamped;
    }

    private static SortedMap<DataSetName, Instant> names(Instant time, List<DataSet> dataSets) {
        SortedMap<DataSetName, Instant> names = new TreeMap<>();
        dataSets.forEach(dataSet -> names.put(dataSet.name(), time));
        return names;
    }
}
