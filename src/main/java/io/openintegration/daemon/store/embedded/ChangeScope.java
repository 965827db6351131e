package io.openintegration.daemon.store.embedded;

import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.ElementRef;
import io.openintegration.daemon.metadata.ElementVersions;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.Refusals;
import io.openintegration.daemon.metadata.Relationship;
import io.openintegration.daemon.metadata.Requester;
import io.openintegration.daemon.metadata.types.TypeCatalogue;
import io.openintegration.daemon.metadata.types.TypeValidation;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** What all changes of one set share: the content, who asks, and when. */
final class ChangeScope {

    private final Content content;
    private final TypeCatalogue types;
    private final Requester requester;
    private final Instant now;
    private final OrderedGuids guids;

    ChangeScope(Content content, TypeCatalogue types, OrderedGuids guids, Requester requester, Instant now) {
        this.content = content;
        this.types = types;
        this.requester = requester;
        this.now = now.truncatedTo(ChronoUnit.MILLIS);
        this.guids = guids;
    }

    Content content() {
        return content;
    }

    TypeCatalogue types() {
        return types;
    }

    TypeValidation validation(String operation) {
        return new TypeValidation(types, operation);
    }

    Requester requester() {
        return requester;
    }

    Instant now() {
        return now;
    }

    Guid newGuid() {
        return guids.next(now);
    }

    ElementVersions created() {
        return new ElementVersions(requester.user(), requester.user(), now, now, 1);
    }

    ElementVersions updated(ElementVersions before) {
        return new ElementVersions(
                before.createdBy(), requester.user(), before.createTime(), now, before.version() + 1);
    }

    /** The element, which must exist and not be archived. */
    StoredElement visible(ElementRef reference, String operation) {
        return visible(find(reference), label(reference), operation);
    }

    StoredElement visible(Guid guid, String operation) {
        return visible(content.element(guid), guid.value(), operation);
    }

    /** Refuses where the element belongs to a source that the requester does not speak for. */
    void mayChange(Element element, String operation) {
        element.source().filter(owner -> !isRequester(owner.guid())).ifPresent(owner -> {
            throw Refusals.foreign(operation, requester, element.type(), element.guid(), owner);
        });
    }

    /** The same for a relationship, which has a source of its own. */
    void mayChange(Relationship relationship, String operation) {
        relationship.source().filter(owner -> !isRequester(owner.guid())).ifPresent(owner -> {
            throw Refusals.foreign(operation, requester, relationship.type(), relationship.guid(), owner);
        });
    }

    private boolean isRequester(Guid owner) {
        return requester.source().filter(source -> source.guid().equals(owner)).isPresent();
    }

    private Optional<StoredElement> find(ElementRef reference) {
        return reference instanceof ElementRef.ByName byName
                ? content.named(byName.name())
                : content.element(((ElementRef.ByGuid) reference).guid());
    }

    private static String label(ElementRef reference) {
        return reference instanceof ElementRef.ByName byName
                ? byName.name().value()
                : ((ElementRef.ByGuid) reference).guid().value();
    }

    private static StoredElement visible(Optional<StoredElement> found, String label, String operation) {
        StoredElement stored = found.orElseThrow(() -> Refusals.unknownElement(operation, label));
        if (stored.element().isArchived()) {
            throw Refusals.archived(operation, stored.element());
        }
        return stored;
    }
}
