package io.openintegration.daemon.metadata;

import java.util.List;
import java.util.Map;

/**
 * A part of a described item, such as its schema or a column. Parts are anchored to the item and come and go with it.
 *
 * @param properties without {@code qualifiedName}
 * @param link how the part hangs on the item, or on the part that holds it
 * @param parts the parts of this part
 */
public record PartDescription(
        TypeName type,
        QualifiedName qualifiedName,
        ElementProperties properties,
        Map<TypeName, ElementProperties> classifications,
        ItemLink link,
        List<PartDescription> parts) {

    public PartDescription {
        classifications = Map.copyOf(classifications);
        parts = List.copyOf(parts);
    }
}
