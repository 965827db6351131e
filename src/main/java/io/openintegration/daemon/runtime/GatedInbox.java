package io.openintegration.daemon.runtime;

import io.openintegration.daemon.spi.LineageInbox;
import io.openintegration.daemon.spi.LineageNote;
import io.openintegration.daemon.spi.ReceivedEvent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The inbox of one life of a connector: it can only be read when the life is over.
 *
 * @param gate throws where the life is over
 */
record GatedInbox(LineageInbox inbox, Runnable gate) implements LineageInbox {

    @Override
    public List<ReceivedEvent> waiting(int most) {
        return inbox.waiting(most);
    }

    @Override
    public void settle(Collection<Long> done, Collection<LineageNote> notes) {
        gate.run();
        inbox.settle(done, notes);
    }

    @Override
    public Map<LineageNote.Key, LineageNote> notes(Collection<LineageNote.Key> keys) {
        return inbox.notes(keys);
    }

    @Override
    public List<String> namespaces(String kind) {
        return inbox.namespaces(kind);
    }

    @Override
    public List<LineageNote> notes(String kind, String namespace, Optional<LineageNote.Key> after, int most) {
        return inbox.notes(kind, namespace, after, most);
    }

    @Override
    public void forget(Collection<LineageNote.Key> keys) {
        gate.run();
        inbox.forget(keys);
    }
}
