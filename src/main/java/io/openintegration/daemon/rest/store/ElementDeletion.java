package io.openintegration.daemon.rest.store;

import io.openintegration.daemon.metadata.ArchiveNote;
import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.Change.Removal;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.MetadataMessage;
import io.openintegration.daemon.metadata.Paging;
import io.openintegration.daemon.metadata.Refusals;
import io.openintegration.daemon.metadata.RelatedElement;
import io.openintegration.daemon.metadata.RelatedQuery;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.metadata.types.TypeCatalogue;
import java.util.List;
import java.util.Optional;

/** How clients take elements away: by the peer's methods, and not what still holds others. */
record ElementDeletion(TypeCatalogue types) {

    static final String DELETE = "deleteMetadataElementInStore";
    static final String ARCHIVE = "archiveMetadataElementInStore";

    private static final List<Membership> MEMBERSHIPS = List.of(
            new Membership("FileFolder", "NestedFile", 1, MetadataMessage.FOLDER_NOT_EMPTY),
            new Membership("FileFolder", "FolderHierarchy", 1, MetadataMessage.FOLDER_NOT_EMPTY),
            new Membership("Database", "DataSetContent", 2, MetadataMessage.DATA_SETS_LEFT));

    /** The peer's words for how an element is taken away. */
    private enum DeleteMethod {
        ARCHIVE,
        SOFT_DELETE,
        LOOK_FOR_LINEAGE,
        PURGE
    }

    /**
     * What must not be left behind.
     *
     * @param end at which the holder sits
     */
    private record Membership(String holder, String relationship, int end, MetadataMessage refusal) {}

    /** There is no way back over this API from a soft deletion either, so it is the same as a purge. */
    Change delete(StoreCall call, String guid, StoreRequestBody request) {
        Element element = VisibleElement.of(call, guid, request.flag("forLineage", false), DELETE);
        DeleteMethod method = request.choice("deleteMethod", DeleteMethod.class).orElse(DeleteMethod.LOOK_FOR_LINEAGE);
        if (method == DeleteMethod.ARCHIVE) {
            return archive(element, request);
        }
        holdsNothing(call, element, request.flag("cascadedDelete", false));
        return new Change.RemoveElement(
                element.guid(),
                method == DeleteMethod.LOOK_FOR_LINEAGE ? Removal.ARCHIVE_IN_LINEAGE : Removal.PURGE,
                note(request));
    }

    Change archive(StoreCall call, String guid, StoreRequestBody request) {
        return archive(VisibleElement.of(call, guid, request.flag("forLineage", false), ARCHIVE), request);
    }

    private static Change archive(Element element, StoreRequestBody request) {
        return new Change.RemoveElement(element.guid(), Removal.ARCHIVE, note(request));
    }

    private static ArchiveNote note(StoreRequestBody request) {
        return new ArchiveNote(
                request.time("archiveDate"), request.name("archiveProcess"), request.textMap("archiveProperties"));
    }

    private void holdsNothing(StoreCall call, Element element, boolean cascaded) {
        for (Membership membership : MEMBERSHIPS) {
            if (types.isA(element.type(), new TypeName(membership.holder()))) {
                member(call, element, membership).ifPresent(child -> {
                    throw cascaded
                            ? Refusals.notSupported(DELETE, "cascadedDelete of what is not empty")
                            : Refusals.notEmpty(membership.refusal(), DELETE, element, child);
                });
            }
        }
    }

    private static Optional<Element> member(StoreCall call, Element element, Membership membership) {
        return call
                .store()
                .related(
                        call.requester(),
                        new RelatedQuery(
                                element.guid(),
                                Optional.of(new TypeName(membership.relationship())),
                                membership.end(),
                                element.isArchived(),
                                new Paging(0, 1)))
                .stream()
                .map(RelatedElement::element)
                .findFirst();
    }
}
