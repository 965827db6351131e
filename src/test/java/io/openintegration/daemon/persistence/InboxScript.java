package io.openintegration.daemon.persistence;

import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.LineageInbox;
import io.openintegration.daemon.spi.LineageNote;
import io.openintegration.daemon.spi.ReceivedEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * What producers file and a connector folds, so that another process knows what must be there: each filing is two events for two
 * connectors. One of them notes the number of each event of a sender, in its order, and has the event taken out with that; the other
 * one lets them wait.
 */
record InboxScript(JdbiLineageInboxes inboxes) {

    static final List<String> HALVES = List.of("a", "b");

    private static final ServerName DAEMON = new ServerName("daemon");
    private static final ConnectorName FOLDING = new ConnectorName("folding");
    private static final ConnectorName WAITING = new ConnectorName("waiting");
    private static final String KIND = "tally";
    private static final int AT_ONCE = 50;
    private static final InboxLimits MUCH = new InboxLimits(10_000_000, 1L << 40);

    static InboxScript on(DataSource database) {
        DaemonDatabase daemons = new DaemonDatabase(database);
        return new InboxScript(new JdbiLineageInboxes(daemons, daemons, MUCH));
    }

    /** One filing of one sender. */
    record Filing(String sender, int number) {

        static Filing of(String text) {
            String[] words = text.split(" ", -1);
            return new Filing(words[0], Integer.parseInt(words[1]));
        }

        @Override
        public String toString() {
            return sender + " " + number;
        }

        List<String> events() {
            return HALVES.stream().map(half -> this + " " + half).toList();
        }
    }

    void file(Filing filing) {
        inboxes.file(DAEMON, List.of(FOLDING, WAITING), filing.events());
    }

    LineageInbox waiting() {
        return inboxes.of(DAEMON, WAITING);
    }

    LineageInbox folding() {
        return inboxes.of(DAEMON, FOLDING);
    }

    /** Takes events in as the connector does: they go in the transaction in which they are noted. */
    void fold() {
        LineageInbox inbox = folding();
        List<ReceivedEvent> events = inbox.waiting(AT_ONCE);
        if (events.isEmpty()) {
            return;
        }
        Map<LineageNote.Key, String> told = new HashMap<>();
        for (ReceivedEvent event : events) {
            String[] words = event.text().split(" ", 2);
            told.merge(key(words[0]), words[1], InboxScript::joined);
        }
        Map<LineageNote.Key, LineageNote> before = inbox.notes(told.keySet());
        List<LineageNote> notes = new ArrayList<>();
        told.forEach((key, text) -> notes.add(new LineageNote(
                key,
                Optional.ofNullable(before.get(key))
                        .map(note -> joined(note.text(), text))
                        .orElse(text))));
        inbox.settle(events.stream().map(ReceivedEvent::number).toList(), notes);
    }

    /** The events of senders that are noted, in the order of the notes. */
    List<String> noted() {
        LineageInbox inbox = folding();
        return inbox.namespaces(KIND).stream()
                .flatMap(sender -> inbox.notes(List.of(key(sender))).values().stream())
                .flatMap(note -> Stream.of(note.text().split(",", -1))
                        .map(event -> note.key().name() + " " + event))
                .toList();
    }

    private static String joined(String before, String next) {
        return before + "," + next;
    }

    private static LineageNote.Key key(String sender) {
        return new LineageNote.Key(KIND, sender, sender);
    }
}
