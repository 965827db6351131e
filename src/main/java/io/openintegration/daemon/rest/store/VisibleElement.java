package io.openintegration.daemon.rest.store;

import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.Refusals;

/** Elements that a request names by GUID. */
final class VisibleElement {

    private VisibleElement() {}

    /**
     * The element, which must exist and, unless {@code forLineage}, not be archived.
     *
     * @throws io.openintegration.daemon.metadata.MetadataStoreException {@code OMAG-REPOSITORY-HANDLER-404-007},
     *     {@code -400-010}, {@code OMAG-COMMON-400-006} where the GUID is blank
     */
    static Element of(StoreCall call, String guid, boolean forLineage, String operation) {
        Element element = call.store()
                .get(call.requester(), guid(guid, "elementGUID", operation), true)
                .orElseThrow(() -> Refusals.unknownElement(operation, guid));
        if (element.isArchived() && !forLineage) {
            throw Refusals.archived(operation, element);
        }
        return element;
    }

    /** @param name of the parameter or field */
    static Guid guid(String text, String name, String operation) {
        if (text == null || text.isBlank()) {
            throw Refusals.missingValue(operation, name);
        }
        return new Guid(text);
    }
}
