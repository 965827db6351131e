package io.openintegration.daemon.connectors.lineage;

import io.openintegration.daemon.connectors.lineage.event.BadEventException;
import io.openintegration.daemon.connectors.lineage.event.EventReader;
import io.openintegration.daemon.connectors.lineage.facts.DataSetFacts;
import io.openintegration.daemon.connectors.lineage.facts.FactsJson;
import io.openintegration.daemon.connectors.lineage.facts.FactsLimits;
import io.openintegration.daemon.connectors.lineage.facts.JobFacts;
import io.openintegration.daemon.connectors.lineage.facts.Told;
import io.openintegration.daemon.spi.LineageInbox;
import io.openintegration.daemon.spi.LineageIntegratorContext;
import io.openintegration.daemon.spi.LineageNote;
import io.openintegration.daemon.spi.ReceivedEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes events out of the inbox and puts what they told together with what was noted before. Events and notes change in one
 * transaction, so what was told is always in one of them; taking an event in twice changes nothing.
 */
final class Intake {

    private static final int EVENTS_AT_ONCE = 500;

    private final LineageIntegratorContext context;
    private final LineageInbox inbox;
    private final EventReader reader;
    private final FactsLimits limits;

    Intake(LineageIntegratorContext context, EventReader reader, FactsLimits limits) {
        this.context = context;
        this.inbox = context.inbox();
        this.reader = reader;
        this.limits = limits;
    }

    /**
     * Takes some of the events in that wait.
     *
     * @param changed is given what they told of
     * @return whether there may be more
     */
    boolean takeSome(Set<LineageNote.Key> changed) {
        List<ReceivedEvent> events = inbox.waiting(EVENTS_AT_ONCE);
        if (events.isEmpty()) {
            return false;
        }
        Told told = Told.NOTHING;
        for (ReceivedEvent event : events) {
            told = told.with(told(event));
        }
        Map<LineageNote.Key, LineageNote> before = inbox.notes(keys(told));
        List<LineageNote> notes = new ArrayList<>();
        told.jobs().forEach((name, facts) -> notes.add(job(Notes.key(name), facts, before)));
        told.dataSets().forEach((name, facts) -> notes.add(dataSet(Notes.key(name), facts, before)));
        List<LineageNote> fresh = notes.stream()
                .filter(note -> !note.equals(before.get(note.key())))
                .toList();
        inbox.settle(events.stream().map(ReceivedEvent::number).toList(), fresh);
        fresh.forEach(note -> changed.add(note.key()));
        return true;
    }

    private Told told(ReceivedEvent event) {
        try {
            return Told.by(reader.read(event.text()));
        } catch (BadEventException bad) {
            context.auditLog()
                    .log(
                            "refresh",
                            LineageMessage.EVENT_LEFT_OUT.with(
                                    context.connectorName(), event.number(), bad.what(), bad.where()));
            return Told.NOTHING;
        }
    }

    private static Set<LineageNote.Key> keys(Told told) {
        Set<LineageNote.Key> keys = new HashSet<>();
        told.jobs().keySet().forEach(name -> keys.add(Notes.key(name)));
        told.dataSets().keySet().forEach(name -> keys.add(Notes.key(name)));
        return keys;
    }

    private LineageNote job(LineageNote.Key key, JobFacts told, Map<LineageNote.Key, LineageNote> before) {
        LineageNote noted = before.get(key);
        JobFacts all = noted == null ? told : FactsJson.readJob(noted.text()).with(told);
        return new LineageNote(key, FactsJson.write(all.within(limits)));
    }

    private LineageNote dataSet(LineageNote.Key key, DataSetFacts told, Map<LineageNote.Key, LineageNote> before) {
        LineageNote noted = before.get(key);
        DataSetFacts all =
                noted == null ? told : FactsJson.readDataSet(noted.text()).with(told);
        return new LineageNote(key, FactsJson.write(all.within(limits)));
    }
}
