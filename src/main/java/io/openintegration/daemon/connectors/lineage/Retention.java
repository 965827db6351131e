package io.openintegration.daemon.connectors.lineage;

import io.openintegration.daemon.connectors.lineage.facts.FactsJson;
import io.openintegration.daemon.spi.LineageIntegratorContext;
import io.openintegration.daemon.spi.LineageNote;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Forgets what no event has told of for a long time. */
record Retention(LineageIntegratorContext context, Duration age) {

    void carryOut() {
        int jobs = forget(Notes.JOB);
        int dataSets = forget(Notes.DATA_SET);
        if (jobs + dataSets > 0) {
            context.auditLog().log("refresh", LineageMessage.FORGOTTEN.with(context.connectorName(), jobs, dataSets));
        }
    }

    private int forget(String kind) {
        Instant oldest = context.clock().instant().minus(age);
        Notes notes = new Notes(context.inbox());
        int[] forgotten = {0};
        notes.namespaces(kind)
                .forEach(namespace -> notes.each(kind, namespace, some -> {
                    context.heartbeat();
                    List<LineageNote.Key> old = some.stream()
                            .filter(note -> lastTold(note).isBefore(oldest))
                            .map(LineageNote::key)
                            .toList();
                    context.inbox().forget(old);
                    forgotten[0] += old.size();
                }));
        return forgotten[0];
    }

    private static Instant lastTold(LineageNote note) {
        return note.key().kind().equals(Notes.JOB)
                ? FactsJson.readJob(note.text()).lastTold()
                : FactsJson.readDataSet(note.text()).lastTold();
    }
}
