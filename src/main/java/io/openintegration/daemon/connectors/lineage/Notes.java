package io.openintegration.daemon.connectors.lineage;

import io.openintegration.daemon.connectors.lineage.event.DataSetName;
import io.openintegration.daemon.connectors.lineage.event.JobName;
import io.openintegration.daemon.spi.LineageInbox;
import io.openintegration.daemon.spi.LineageNote;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

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
