package io.openintegration.daemon.metadata.types;

import io.openintegration.daemon.metadata.TypeName;
import java.util.List;

/** A type of relationships, running from end 1 to end 2. */
public record RelationshipType(
        TypeName name,
        RelationshipEnd end1,
        RelationshipEnd end2,
        Multiplicity multiplicity,
        List<AttributeType> attributes) {

    public RelationshipType {
        attributes = List.copyOf(attributes);
    }

    /** How many relationships of a type two elements may have in one direction. */
    public enum Multiplicity {
        /** One; making it again gives the existing one new properties. */
        UNI_LINK,
        /** Any number. */
        MULTI_LINK
    }
}
