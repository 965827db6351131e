package io.openintegration.daemon.store.embedded;

import io.openintegration.daemon.metadata.ArchiveNote;
import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.ChangeResult;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.Refusals;
import io.openintegration.daemon.metadata.TypeName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Archiving, purging and restoring elements, their anchored parts with them. Archiving marks an element and does not
 * change it: its version stays (Egeria's protocol), so that a restored element is what it was.
 */
final class Removals {

    private static final String ARCHIVE = "archiveMetadataElementInStore";
    private static final String PURGE = "deleteMetadataElementInStore";
    private static final String RESTORE = "restoreMetadataElementInStore";

    private final ChangeScope scope;

    Removals(ChangeScope scope) {
        this.scope = scope;
    }

    ChangeResult remove(Change.RemoveElement remove) {
        Optional<StoredElement> found = scope.content().element(remove.element());
        if (found.isEmpty()) {
            return new ChangeResult(remove.element(), 0, false);
        }
        StoredElement root = found.get();
        scope.mayChange(root.element(), remove.removal() == Change.Removal.ARCHIVE ? ARCHIVE : PURGE);
        boolean purge =
                switch (remove.removal()) {
                    case PURGE -> true;
                    case ARCHIVE -> false;
                    case ARCHIVE_IN_LINEAGE -> withParts(root).stream().noneMatch(this::isInLineage);
                };
        return purge ? purge(root) : archive(root, remove.note());
    }

    private boolean isInLineage(StoredElement stored) {
        return scope.content().relationshipsOf(stored.guid()).stream()
                .anyMatch(link -> scope.types().isLineage(link.type()));
    }

    /** Parts that had been archived before, on their own, stay archived. */
    ChangeResult restore(Change.RestoreElement restore) {
        StoredElement root = scope.content()
                .element(restore.element())
                .orElseThrow(
                        () -> Refusals.unknownElement(RESTORE, restore.element().value()));
        scope.mayChange(root.element(), RESTORE);
        if (root.element().isArchived()) {
            withParts(root).stream()
                    .filter(stored -> stored.archivedWith().equals(root.archivedWith()))
                    .forEach(this::unmark);
        }
        return result(root, root.element().isArchived());
    }

    private ChangeResult purge(StoredElement root) {
        List<StoredElement> all = withParts(root);
        for (int i = all.size() - 1; i >= 0; i--) {
            scope.content().removeElement(all.get(i).guid());
        }
        return new ChangeResult(root.guid(), 0, true);
    }

    private ChangeResult archive(StoredElement root, ArchiveNote note) {
        if (root.element().isArchived()) {
            return result(root, false);
        }
        ElementProperties memento = memento(note);
        withParts(root).stream()
                .filter(stored -> !stored.element().isArchived())
                .forEach(stored -> mark(stored, root.guid(), memento));
        return result(root, true);
    }

    private ElementProperties memento(ArchiveNote note) {
        return ElementProperties.builder()
                .date("archiveDate", note.date().orElse(scope.now()))
                .text("archiveUser", scope.requester().user().value())
                .text("archiveService", Refusals.SERVICE)
                .text("archiveMethod", ARCHIVE)
                .text("archiveProcess", note.process().orElse(null))
                .map("archiveProperties", note.properties().isEmpty() ? null : note.properties())
                .build();
    }

    private void mark(StoredElement stored, Guid root, ElementProperties memento) {
        Map<TypeName, ElementProperties> classifications =
                new HashMap<>(stored.element().classifications());
        classifications.put(Element.MEMENTO, memento);
        scope.content().put(stored.archived(stored.element().classified(classifications), root));
    }

    private void unmark(StoredElement stored) {
        Map<TypeName, ElementProperties> classifications =
                new HashMap<>(stored.element().classifications());
        classifications.remove(Element.MEMENTO);
        scope.content().put(stored.restored(stored.element().classified(classifications)));
    }

    /** The element and all that is anchored to it, directly or not; each anchor before its parts. */
    private List<StoredElement> withParts(StoredElement root) {
        List<StoredElement> all = new ArrayList<>();
        Set<Guid> seen = new HashSet<>(Set.of(root.guid()));
        Deque<StoredElement> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            StoredElement next = open.remove();
            all.add(next);
            scope.content().anchoredTo(next.guid()).stream()
                    .filter(part -> seen.add(part.guid()))
                    .forEach(open::add);
        }
        return all;
    }

    private static ChangeResult result(StoredElement root, boolean changed) {
        return new ChangeResult(root.guid(), root.element().versions().version(), changed);
    }
}
