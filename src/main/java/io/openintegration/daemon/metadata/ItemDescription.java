package io.openintegration.daemon.metadata;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a connector saw of one item of the third party, in the words of open metadata.
 *
 * @param qualifiedName the name that a new element gets; an element catalogued before keeps the one that it has
 * @param properties without {@code qualifiedName}
 * @param link how the item hangs on its scope's element (for a top scope: on the metadata source, if there is one)
 * @param certainty where the item could not be looked into; empty where everything is as described
 */
public record ItemDescription(
        TypeName type,
        QualifiedName qualifiedName,
        ElementProperties properties,
        Map<TypeName, ElementProperties> classifications,
        ItemLink link,
        List<PartDescription> parts,
        Optional<Certainty> certainty) {

    public ItemDescription {
        classifications = Map.copyOf(classifications);
        parts = List.copyOf(parts);
    }

    /** Of an item that was looked into: everything is as described. */
    public ItemDescription(
            TypeName type,
            QualifiedName qualifiedName,
            ElementProperties properties,
            Map<TypeName, ElementProperties> classifications,
            ItemLink link,
            List<PartDescription> parts) {
        this(type, qualifiedName, properties, classifications, link, parts, Optional.empty());
    }

    /** The same description, of an item that could not be looked into. */
    public ItemDescription with(Certainty beyondDoubt) {
        return new ItemDescription(
                type, qualifiedName, properties, classifications, link, parts, Optional.of(beyondDoubt));
    }

    /** Whether an element of another type has to be replaced. */
    public boolean isCertainOfType() {
        return certainty.map(Certainty::type).orElse(true);
    }
}
