package io.openintegration.daemon.metadata;

/**
 * How a described item hangs on what contains it: on its scope's element, or, for a top scope, on the metadata source.
 *
 * @param containerAtEnd1 whether the container is end 1 of the relationship
 */
public record ItemLink(TypeName relationshipType, boolean containerAtEnd1, ElementProperties properties) {

    /** A link whose container is end 1 and which has no properties. */
    public static ItemLink from(String relationshipType) {
        return new ItemLink(new TypeName(relationshipType), true, ElementProperties.NONE);
    }
}
