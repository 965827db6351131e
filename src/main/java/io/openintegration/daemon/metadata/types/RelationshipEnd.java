package io.openintegration.daemon.metadata.types;

import io.openintegration.daemon.metadata.TypeName;

/**
 * One end of a relationship type.
 *
 * @param entityType what may sit at this end, sub-types included
 * @param label the role that the element at this end plays
 */
public record RelationshipEnd(TypeName entityType, String label) {

    static RelationshipEnd end(String label, String entityType) {
        return new RelationshipEnd(new TypeName(entityType), label);
    }
}
