package io.openintegration.daemon.connectors.lineage;

import io.openintegration.daemon.connectors.lineage.choice.JobChoice;
import io.openintegration.daemon.connectors.lineage.event.DataSetName;
import io.openintegration.daemon.connectors.lineage.facts.FactsJson;
import io.openintegration.daemon.connectors.lineage.facts.JobFacts;
import io.openintegration.daemon.spi.LineageNote;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The data sets that are noted because of jobs which are excluded by now, and that no other job names. Events of excluded jobs are not noted:
 * these were noted before the configuration excluded them, so mostly there are none.
 */
final class HiddenDataSets {

    private final Notes notes;
    private final JobChoice choice;
    private Optional<Set<DataSetName>> found = Optional.empty();

    HiddenDataSets(Notes notes, JobChoice choice) {
        this.notes = notes;
        this.choice = choice;
    }

    boolean contains(DataSetName dataSet) {
        return !choice.takesAll() && all().contains(dataSet);
    }

    private Set<DataSetName> all() {
        if (found.isEmpty()) {
            Set<DataSetName> hidden = new HashSet<>();
            each(false, job -> {
                hidden.addAll(job.inputs().keySet());
                hidden.addAll(job.outputs().keySet());
            });
            if (!hidden.isEmpty()) {
                each(true, job -> {
                    hidden.removeAll(job.inputs().keySet());
                    hidden.removeAll(job.outputs().keySet());
                });
            }
            found = Optional.of(hidden);
        }
        return found.get();
    }

    private void each(boolean chosen, Consumer<JobFacts> work) {
        for (String namespace : notes.namespaces(Notes.JOB)) {
            notes.each(Notes.JOB, namespace, some -> {
                for (LineageNote note : some) {
                    if (choice.takes(Notes.job(note.key())) == chosen) {
                        work.accept(FactsJson.readJob(note.text()));
                    }
                }
            });
        }
    }
}
