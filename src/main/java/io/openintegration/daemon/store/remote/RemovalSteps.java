package io.openintegration.daemon.store.remote;

import io.openintegration.daemon.metadata.ArchiveNote;
import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.ChangeResult;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.MetadataStoreException;
import io.openintegration.daemon.metadata.MetadataStoreException.Kind;
import io.openintegration.daemon.metadata.Paging;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.Refusals;
import io.openintegration.daemon.metadata.RelatedElement;
import io.openintegration.daemon.metadata.RelatedQuery;
import io.openintegration.daemon.metadata.TypeName;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Archiving, purging and restoring elements. Each method checks the change, and says what is to be sent. */
final class RemovalSteps {

    private static final String ARCHIVE = "archiveMetadataElementInStore";
    private static final String PURGE = "deleteMetadataElementInStore";
    private static final String RESTORE = "restoreMetadataElementInStore";

    /** Before all purges of a set, which keep their order: what is in a container goes before it. */
    private static final Object PURGES = "purges";

    /** How the message ids begin by which Egeria refuses to delete what still holds something. */
    private static final String NOT_EMPTY = "OMAG-GENERIC-HANDLERS-403-";

    /** The relationships that make it so. */
    private static final Set<TypeName> HOLDING =
            Set.of(new TypeName("FolderHierarchy"), new TypeName("NestedFile"), new TypeName("DataSetContent"));

    private final StoreApi api;
    private final Reads reads;
    private final SetContent content;
    private final Restoring restoring;
    private final Lineage lineage;
    private final Clock clock;

    RemovalSteps(StoreApi api, Reads reads, SetContent content, Clock clock) {
        this.api = api;
        this.reads = reads;
        this.content = content;
        this.lineage = new Lineage(reads, content.requester());
        this.restoring = new Restoring(api, reads, content.requester());
        this.clock = clock;
    }

    Step remove(Change.RemoveElement remove) {
        Optional<Element> found = content.element(remove.element());
        if (found.isEmpty()) {
            return new Step(
                    List.of(Touch.writing(remove.element())), () -> new ChangeResult(remove.element(), 0, false));
        }
        // Egeria lets anybody archive anything
        content.mayChange(found.get(), remove.removal() == Change.Removal.ARCHIVE ? ARCHIVE : PURGE);
        return switch (remove.removal()) {
            case PURGE -> purge(found.get());
            case ARCHIVE -> archive(found.get(), remove.note());
            case ARCHIVE_IN_LINEAGE -> archiveInLineage(found.get(), remove.note());
        };
    }

    private Step archive(Element element, ArchiveNote note) {
        if (element.isArchived()) {
            return unchanged(element);
        }
        planArchived(element);
        return new Step(touches(element), () -> sendArchive(element, note));
    }

    /**
     * Which of both it will be is known only when all changes before it are made. For what follows in the set, the element counts as
     * archived: its name is not free.
     */
    private Step archiveInLineage(Element element, ArchiveNote note) {
        planArchived(element);
        List<Touch> touches = touches(element);
        touches.add(Touch.writing(PURGES));
        touches.add(Touch.writing(LinkSteps.LINKS));
        return new Step(touches, () -> {
            if (lineage.holds(content.real(element.guid()))) {
                return element.isArchived() ? result(element, false) : sendArchive(element, note);
            }
            return sendPurge(element);
        });
    }

    private void planArchived(Element element) {
        Map<TypeName, ElementProperties> classifications = new HashMap<>(element.classifications());
        classifications.put(Element.MEMENTO, ElementProperties.NONE);
        content.put(element.classified(classifications));
    }

    private ChangeResult sendArchive(Element element, ArchiveNote note) {
        try {
            api.archive(content.requester(), content.real(element.guid()), clock.instant(), note);
            return result(element, true);
        } catch (MetadataStoreException refused) {
            return goneAlready(element, refused);
        }
    }

    private Step purge(Element element) {
        List<Touch> touches = touches(element);
        touches.add(Touch.writing(PURGES));
        List<QualifiedName> freed = content.remove(element.guid());
        freed.stream().map(Touch::writing).forEach(touches::add);
        return new Step(touches, () -> sendPurge(element));
    }

    private ChangeResult sendPurge(Element element) {
        Guid guid = content.real(element.guid());
        try {
            delete(guid);
            return new ChangeResult(guid, 0, true);
        } catch (MetadataStoreException refused) {
            return goneAlready(element, refused);
        }
    }

    private static ChangeResult goneAlready(Element element, MetadataStoreException refused) {
        if (refused.kind() == Kind.NOT_FOUND) {
            return new ChangeResult(element.guid(), 0, false);
        }
        throw refused;
    }

    /** Egeria deletes nothing that holds something, or deletes that too: so what it holds is let go first. */
    private void delete(Guid guid) {
        try {
            api.delete(content.requester(), guid);
        } catch (MetadataStoreException refused) {
            if (!refused.reason().id().startsWith(NOT_EMPTY)) {
                throw refused;
            }
            reads
                    .related(
                            content.requester(),
                            new RelatedQuery(guid, Optional.empty(), 0, true, new Paging(0, Integer.MAX_VALUE)))
                    .stream()
                    .filter(held -> isHeld(held, guid))
                    .forEach(held -> api.unrelate(
                            content.requester(), held.relationship().guid()));
            api.delete(content.requester(), guid);
        }
    }

    /** A data set's content is at end 2, and holds the data set as well. */
    private static boolean isHeld(RelatedElement held, Guid by) {
        TypeName type = held.relationship().type();
        return HOLDING.contains(type)
                && (held.relationship().end1().equals(by) || type.value().equals("DataSetContent"));
    }

    Step restore(Change.RestoreElement restore) {
        Element element = content.element(restore.element())
                .orElseThrow(
                        () -> Refusals.unknownElement(RESTORE, restore.element().value()));
        content.mayChange(element, RESTORE);
        if (!element.isArchived()) {
            return unchanged(element);
        }
        Map<TypeName, ElementProperties> classifications = new HashMap<>(element.classifications());
        classifications.remove(Element.MEMENTO);
        content.put(element.classified(classifications));
        return new Step(touches(element), () -> {
            restoring.restore(element);
            return result(element, true);
        });
    }

    private Step unchanged(Element element) {
        return new Step(touches(element), () -> result(element, false));
    }

    private ChangeResult result(Element element, boolean changed) {
        return new ChangeResult(content.real(element.guid()), content.version(element.guid()), changed);
    }

    private static List<Touch> touches(Element element) {
        List<Touch> touches = new ArrayList<>(List.of(Touch.writing(element.guid())));
        element.anchor().map(Touch::reading).ifPresent(touches::add);
        return touches;
    }
}
