package io.openintegration.daemon.connectors.lineage;

import io.openintegration.daemon.connectors.lineage.choice.LeftOut;
import io.openintegration.daemon.connectors.lineage.event.BadEventException;
import io.openintegration.daemon.connectors.lineage.event.EventReader;
import io.openintegration.daemon.connectors.lineage.event.LineageEvent;
import io.openintegration.daemon.connectors.lineage.facts.Told;
import io.openintegration.daemon.metadata.Portions;
import io.openintegration.daemon.spi.LineageInbox;
import io.openintegration.daemon.spi.LineageIntegratorContext;
import io.openintegration.daemon.spi.LineageNote;
import io.openintegration.daemon.spi.ReceivedEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes events out of the inbox and puts what they told together with what was noted before. Events and notes change in one
 * transaction, so what was told is always in one of them; taking an event in twice changes nothing. Events that the configuration does not
 * ask for leave the inbox, and nothing of them is noted.
 */
final class Intake {

    private static final int EVENTS_AT_ONCE = 500;

    /** Those who send events meanwhile wait for each transaction that takes some in. */
    private static final int EVENTS_OF_A_TRANSACTION = 100;

    private final LineageIntegratorContext context;
    private final LineageInbox inbox;
    private final EventReader reader;
    private final LineageSettings settings;
    private final LeftOut leftOut;
    private int others;

    Intake(LineageIntegratorContext context, EventReader reader, LineageSettings settings, LeftOut leftOut) {
        this.context = context;
        this.inbox = context.inbox();
        this.reader = reader;
        this.settings = settings;
        this.leftOut = leftOut;
    }

    /**
     * Takes some of the events in that wait.
     *
     * @param changed is given what they told of
     * @return how many; none where none waits
     */
    int takeSome(Set<LineageNote.Key> changed) {
        List<ReceivedEvent> events = inbox.waiting(EVENTS_AT_ONCE);
        Portions.of(events, EVENTS_OF_A_TRANSACTION).forEach(portion -> take(portion, changed));
        return events.size();
    }

    private void take(List<ReceivedEvent> events, Set<LineageNote.Key> changed) {
        Told told = Told.all(events.stream().map(this::told));
        Map<LineageNote.Key, LineageNote> before = inbox.notes(Notes.keys(told));
        List<LineageNote> fresh = Notes.of(
                        Notes.told(before.values()).with(told).within(settings.limits()))
                .stream()
                .filter(note -> !note.equals(before.get(note.key())))
                .toList();
        inbox.settle(events.stream().map(ReceivedEvent::number).toList(), fresh);
        leftOut.add(others, "refresh");
        others = 0;
        fresh.forEach(note -> changed.add(note.key()));
    }

    private Told told(ReceivedEvent event) {
        try {
            LineageEvent read = reader.read(event.text());
            if (!settings.choice().takes(read)) {
                others++;
                return Told.NOTHING;
            }
            Told told = Told.by(read);
            return settings.choice().takesAll() ? told : told.only(settings.choice()::takes);
        } catch (BadEventException bad) {
            context.auditLog()
                    .log(
                            "refresh",
                            LineageMessage.EVENT_LEFT_OUT.with(
                                    context.connectorName(), event.number(), bad.what(), bad.where()));
            return Told.NOTHING;
        }
    }
}
