package io.openintegration.daemon.metadata;

import java.util.Map;
import java.util.Optional;

/**
 * An element as a metadata server holds it.
 *
 * @param source the metadata source it belongs to; empty for the server's own elements
 * @param classifications by name; {@code Memento} among them marks an archived element
 */
public record Element(
        Guid guid,
        TypeName type,
        ElementProperties properties,
        Map<TypeName, ElementProperties> classifications,
        Optional<MetadataSource> source,
        ElementVersions versions) {

    /** The classification that archived elements carry. */
    public static final TypeName MEMENTO = new TypeName("Memento");

    public Element {
        classifications = Map.copyOf(classifications);
    }

    public boolean isArchived() {
        return classifications.containsKey(MEMENTO);
    }

    public Optional<QualifiedName> qualifiedName() {
        return properties.text("qualifiedName").map(QualifiedName::new);
    }
}
