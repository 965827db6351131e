package io.openintegration.daemon.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads all relationships of an element, page by page, from a server that can only tell its neighbours. */
final class RelatedPages {

    private static final int PAGE_SIZE = 1_000;

    private final MetadataStore store;
    private final Requester requester;

    RelatedPages(MetadataStore store, Requester requester) {
        this.store = store;
        this.requester = requester;
    }

    /** None where the element is gone. */
    List<Relationship> relationships(Guid element, int end) {
        List<Relationship> links = new ArrayList<>();
        try {
            List<RelatedElement> page;
            do {
                page = store.related(
                        requester,
                        new RelatedQuery(element, Optional.empty(), end, true, new Paging(links.size(), PAGE_SIZE)));
                page.forEach(found -> links.add(found.relationship()));
            } while (page.size() == PAGE_SIZE);
        } catch (MetadataStoreException refused) {
            if (refused.kind() != MetadataStoreException.Kind.NOT_FOUND) {
                throw refused;
            }
        }
        return links;
    }
}
