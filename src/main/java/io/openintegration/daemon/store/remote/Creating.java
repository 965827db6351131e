package io.openintegration.daemon.store.remote;

import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.MetadataSource;
import io.openintegration.daemon.metadata.MetadataStoreException;
import io.openintegration.daemon.metadata.MetadataStoreException.Kind;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.Requester;
import io.openintegration.daemon.store.remote.StoreApi.Page;
import java.util.List;
import java.util.Optional;

/**
 * Makes an element by one call. Egeria makes it, then links it to its parent, and tells of an error in between: so after every
 * failure it is looked what there is. What was made is completed, or, where the server refuses the rest, taken away again.
 */
final class Creating {

    private final StoreApi api;
    private final Locks locks;
    private final Requester requester;

    Creating(StoreApi api, Locks locks, Requester requester) {
        this.api = api;
        this.locks = locks;
        this.requester = requester;
    }

    /** @param anchor of the create, and {@code parent}, as the server knows them */
    Guid make(Change.CreateElement create, QualifiedName name, Optional<Guid> anchor, Optional<Guid> parent) {
        return locks.holding(name, () -> {
            try {
                return api.create(requester, create, anchor, parent);
            } catch (MetadataStoreException failed) {
                return afterFailure(failed, create, name, parent);
            }
        });
    }

    private Guid afterFailure(
            MetadataStoreException failed, Change.CreateElement create, QualifiedName name, Optional<Guid> parent) {
        if (failed.kind() == Kind.DUPLICATE_NAME
                || (failed instanceof UnansweredException unanswered && !unanswered.mayBeDone())) {
            throw failed;
        }
        Optional<Element> made = made(create, name, failed);
        if (failed.kind() == Kind.UNAVAILABLE) {
            Element element = made.orElseThrow(() -> failed);
            complete(element, create, parent);
            return element.guid();
        }
        made.ifPresent(half -> takeAway(half, failed));
        throw failed;
    }

    /** What our request made: nothing of that name was there before it, and others of this daemon wait. */
    private Optional<Element> made(Change.CreateElement create, QualifiedName name, MetadataStoreException failed) {
        Optional<Guid> own = requester.source().map(MetadataSource::guid);
        try {
            return api.named(requester, List.of(name), Page.first(10)).stream()
                    .filter(element -> !element.isArchived()
                            && element.type().equals(create.type())
                            && element.versions().version() == 1
                            && element.source().map(MetadataSource::guid).equals(own))
                    .findFirst();
        } catch (MetadataStoreException stillAway) {
            failed.addSuppressed(stillAway);
            throw failed;
        }
    }

    private void complete(Element element, Change.CreateElement create, Optional<Guid> parent) {
        create.classifications().forEach((classification, properties) -> {
            if (!element.classifications().containsKey(classification)) {
                api.classify(requester, element.guid(), classification, properties);
            }
        });
        create.parent().ifPresent(link -> {
            Guid end1 = link.parentAtEnd1() ? parent.orElseThrow() : element.guid();
            Guid end2 = link.parentAtEnd1() ? element.guid() : parent.orElseThrow();
            if (api.links(requester, link.relationshipType(), end1, end2).isEmpty()) {
                api.relate(requester, link.relationshipType(), end1, end2, link.properties());
            }
        });
    }

    /** Where that fails too, the next refresh meets the element by its name. */
    private void takeAway(Element half, MetadataStoreException failed) {
        try {
            api.delete(requester, half.guid());
        } catch (MetadataStoreException left) {
            failed.addSuppressed(left);
        }
    }
}
