package io.openintegration.daemon.metadata;

import java.util.List;
import java.util.Map;

/**
 * What a connector saw of one item of the third party, in the words of open metadata.
 *
 * @param qualifiedName the name that a new element gets; an element catalogued before keeps the one that it has
 * @param properties without {@code qualifiedName}
 * @param link how the item hangs on its scope's element (for a top scope: on the metadata source, if there is one)
 */
public record ItemDescription(
        TypeName type,
        QualifiedName qualifiedName,
        ElementProperties properties,
        Map<TypeName, ElementProperties> classifications,
        ItemLink link,
        List<PartDescription> parts) {

    public ItemDescription {
        classifications = Map.copyOf(classifications);
        parts = List.copyOf(parts);
    }
}
