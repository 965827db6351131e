package io.openintegration.daemon.metadata.types;

import io.openintegration.daemon.metadata.TypeName;
import java.util.List;

/**
 * A type of classifications.
 *
 * @param entityType the elements that may have it, sub-types included
 */
public record ClassificationType(TypeName name, TypeName entityType, List<AttributeType> attributes) {

    public ClassificationType {
        attributes = List.copyOf(attributes);
    }
}
