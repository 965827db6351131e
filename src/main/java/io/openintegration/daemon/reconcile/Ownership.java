package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.MetadataSource;
import java.util.Map;
import java.util.Optional;

/** Whether an element that has a described item's name may be taken for it: the first owner keeps an element. */
final class Ownership {

    private final Catalogue catalogue;
    private final Map<Guid, LedgerOwner> owners;
    private final Sighting sighting;
    private final Optional<LedgerEntry> noted;

    Ownership(Catalogue catalogue, Map<Guid, LedgerOwner> owners, Sighting sighting, Optional<LedgerEntry> noted) {
        this.catalogue = catalogue;
        this.owners = owners;
        this.sighting = sighting;
        this.noted = noted;
    }

    /** Why not; empty where it may. */
    Optional<Message> conflict(Element element) {
        if (noted.filter(entry -> Survey.elementsOf(entry).contains(element.guid()))
                .isPresent()) {
            return Optional.empty();
        }
        String name = element.qualifiedName().orElseThrow().value();
        if (!catalogue.isOwn(element.source())) {
            String owner = element.source()
                    .map(MetadataSource::name)
                    .map(Object::toString)
                    .orElse("(none)");
            return Optional.of(ReconcileMessage.OTHER_SOURCE_OWNS.with(name, owner));
        }
        return Optional.ofNullable(owners.get(element.guid())).flatMap(owner -> conflict(name, owner));
    }

    private Optional<Message> conflict(String name, LedgerOwner owner) {
        if (owner.otherConnector().isPresent()) {
            return Optional.of(ReconcileMessage.OTHER_CONNECTOR_OWNS.with(
                    name, owner.otherConnector().get()));
        }
        return owner.key().equals(sighting.key())
                ? Optional.empty()
                : Optional.of(ReconcileMessage.OTHER_ITEM_OWNS.with(name, owner.key()));
    }
}
