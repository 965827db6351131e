package io.openintegration.daemon.connectors.lineage.facts;

import io.openintegration.daemon.connectors.lineage.event.EventType;
import io.openintegration.daemon.connectors.lineage.event.JobName;
import io.openintegration.daemon.connectors.lineage.event.RunRef;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is known of one run.
 *
 * @param told when each kind of event was told first
 * @param lastTold the time of the last event, or of the last failure of a run that it began
 * @param parent the run that began it
 * @param failedChildren the jobs of those runs that it began and that failed or were aborted, by the runs' ids
 * @param facets the last text of each
 */
public record RunFacts(
        SortedMap<EventType, Instant> told,
        Instant lastTold,
        Optional<RunRef> parent,
        SortedMap<String, JobName> failedChildren,
        SortedMap<String, Stamped> facets) {

    private static final Comparator<RunRef> BY_NAME =
            Comparator.comparing(RunRef::job).thenComparing(RunRef::runId);

    public RunFacts {
        told = Collections.unmodifiableSortedMap(new TreeMap<>(told));
        failedChildren = Collections.unmodifiableSortedMap(new TreeMap<>(failedChildren));
        facets = Collections.unmodifiableSortedMap(new TreeMap<>(facets));
    }

    public RunState state() {
        return RunState.after(told.keySet());
    }

    /** When it began, as far as that is known: when anything was told of it first. */
    public Instant began() {
        return told.values().stream().min(Comparator.naturalOrder()).orElse(lastTold);
    }

    /** When it ended; empty where it has not. Of a run that failed: when that was told. */
    public Optional<Instant> ended() {
        return switch (state()) {
            case FAILED -> Optional.of(told.get(EventType.FAIL));
            case ABORTED -> Optional.of(told.get(EventType.ABORT));
            case COMPLETED -> Optional.of(told.get(EventType.COMPLETE));
            case UNKNOWN, STARTED, RUNNING -> Optional.empty();
        };
    }

    RunFacts with(RunFacts other) {
        SortedMap<EventType, Instant> bothTold = new TreeMap<>(told);
        other.told.forEach((type, at) -> bothTold.merge(type, at, RunFacts::earlier));
        SortedMap<String, JobName> bothChildren = new TreeMap<>(failedChildren);
        other.failedChildren.forEach(
                (run, job) -> bothChildren.merge(run, job, (one, same) -> one.compareTo(same) <= 0 ? one : same));
        return new RunFacts(
                bothTold,
                later(lastTold, other.lastTold),
                parent.isPresent() && other.parent.isPresent()
                        ? Optional.of(
                                BY_NAME.compare(parent.get(), other.parent.get()) <= 0
                                        ? parent.get()
                                        : other.parent.get())
                        : parent.or(() -> other.parent),
                bothChildren,
                Stamped.both(facets, other.facets));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
