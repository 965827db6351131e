package io.openintegration.daemon.store.embedded;

import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.metadata.types.TypeCatalogue;
import java.util.Optional;

/** The properties of {@link io.openintegration.daemon.metadata.Element#ANCHORS}; every element has it (Egeria's protocol). */
final class Anchoring {

    private Anchoring() {}

    /** @param anchor empty for an element that stands on its own */
    static ElementProperties of(TypeName type, Optional<StoredElement> anchor, TypeCatalogue types) {
        TypeName anchorType = anchor.map(stored -> stored.element().type()).orElse(type);
        return ElementProperties.builder()
                .text("anchorGUID", anchor.map(stored -> stored.guid().value()).orElse(null))
                .text("anchorTypeName", anchorType.value())
                .text("anchorDomainName", types.anchorDomain(anchorType).value())
                .build();
    }
}
