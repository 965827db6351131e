package io.openintegration.daemon.metadata.types;

import io.openintegration.daemon.metadata.TypeName;
import java.util.List;
import java.util.Optional;

/**
 * A type of elements.
 *
 * @param superType empty for the root only
 * @param attributes its own, without the inherited ones
 */
public record EntityType(TypeName name, Optional<TypeName> superType, List<AttributeType> attributes) {

    public EntityType {
        attributes = List.copyOf(attributes);
    }
}
