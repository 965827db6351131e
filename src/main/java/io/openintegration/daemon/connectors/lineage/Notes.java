package io.openintegration.daemon.connectors.lineage;

import io.openintegration.daemon.connectors.lineage.event.DataSetName;
import io.openintegration.daemon.connectors.lineage.event.JobName;
import io.openintegration.daemon.connectors.lineage.facts.DataSetFacts;
import io.openintegration.daemon.connectors.lineage.facts.FactsJson;
import io.openintegration.daemon.connectors.lineage.facts.JobFacts;
import io.openintegration.daemon.connectors.lineage.facts.Told;
import io.openintegration.daemon.spi.LineageInbox;
import io.openintegration.daemon.spi.LineageNote;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the connector's notes are called, and how they are gone through. */
record Notes(LineageInbox inbox) {

    static final String JOB = "job";
    static final String DATA_SET = "dataSet";

    /** As many are held in memory at a time. */
    private static final int PAGE = 500;

    static LineageNote.Key key(JobName job) {
        return new LineageNote.Key(JOB, job.namespace(), job.name());
    }

    static LineageNote.Key key(DataSetName dataSet) {
        return new LineageNote.Key(DATA_SET, dataSet.namespace(), dataSet.name());
    }

    static JobName job(LineageNote.Key key) {
        return new JobName(key.namespace(), key.name());
    }

    static DataSetName dataSet(LineageNote.Key key) {
        return new DataSetName(key.namespace(), key.name());
    }

    /** The notes of those of whom something is told. */
    static Set<LineageNote.Key> keys(Told told) {
        return Stream.concat(
                        told.jobs().keySet().stream().map(Notes::key),
                        told.dataSets().keySet().stream().map(Notes::key))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What is told, as it is noted. */
    static List<LineageNote> of(Told told) {
        List<LineageNote> notes = new ArrayList<>();
        told.jobs().forEach((name, facts) -> notes.add(new LineageNote(key(name), FactsJson.write(facts))));
        told.dataSets().forEach((name, facts) -> notes.add(new LineageNote(key(name), FactsJson.write(facts))));
        return notes;
    }

    /** What is noted, as it was told. */
    static Told told(Collection<LineageNote> notes) {
        SortedMap<JobName, JobFacts> jobs = new TreeMap<>();
        SortedMap<DataSetName, DataSetFacts> dataSets = new TreeMap<>();
        for (LineageNote note : notes) {
            if (note.key().kind().equals(JOB)) {
                jobs.put(job(note.key()), FactsJson.readJob(note.text()));
            } else {
                dataSets.put(dataSet(note.key()), FactsJson.readDataSet(note.text()));
            }
        }
        return new Told(jobs, dataSets);
    }

    List<String> namespaces(String kind) {
        return inbox.namespaces(kind).stream().sorted().toList();
    }

    /** Hands out all notes of a kind and namespace, some at a time. They may be forgotten meanwhile. */
    void each(String kind, String namespace, Consumer<List<LineageNote>> work) {
        Optional<LineageNote.Key> after = Optional.empty();
        List<LineageNote> page;
        do {
            page = inbox.notes(kind, namespace, after, PAGE);
            if (!page.isEmpty()) {
                work.accept(page);
                after = Optional.of(page.get(page.size() - 1).key());
            }
        } while (page.size() == PAGE);
    }
}
