package io.openintegration.daemon.metadata.types;

import io.openintegration.daemon.metadata.TypeName;

/**
 * One end of a relationship type.
 *
 * @param entityType what may sit at this end, sub-types included
 * @param label the role that the element at this end plays
 * @param cardinality to how many elements at this end one at the other end should be related: told to whoever asks for the type, and not
 *     enforced, as the peer does it
 */
public record RelationshipEnd(TypeName entityType, String label, Cardinality cardinality) {

    /** How many there may be. */
    public enum Cardinality {
        AT_MOST_ONE,
        ANY_NUMBER
    }

    static RelationshipEnd end(String label, String entityType) {
        return new RelationshipEnd(new TypeName(entityType), label, Cardinality.ANY_NUMBER);
    }

    static RelationshipEnd atMostOne(String label, String entityType) {
        return new RelationshipEnd(new TypeName(entityType), label, Cardinality.AT_MOST_ONE);
    }
}
