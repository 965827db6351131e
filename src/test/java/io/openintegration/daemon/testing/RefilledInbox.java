package io.openintegration.daemon.testing;

import io.openintegration.daemon.spi.LineageInbox;
import io.openintegration.daemon.spi.LineageNote;
import io.openintegration.daemon.spi.ReceivedEvent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An inbox into which more may come while events are taken out of it.
 *
 * @param taken told whenever some were
 */
record RefilledInbox(LineageInbox inbox, Runnable taken) implements LineageInbox {

    @Override
    public List<ReceivedEvent> waiting(int most) {
        return inbox.waiting(most);
    }

    @Override
    public void settle(Collection<Long> done, Collection<LineageNote> notes) {
        inbox.settle(done, notes);
        taken.run();
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
        inbox.forget(keys);
    }
}
