package io.openintegration.daemon.metadata;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

    /** The classification that tells what an element is a part of. */
    public static final TypeName ANCHORS = new TypeName("Anchors");

    /** Classifications that a metadata server sets itself: archiving and anchoring are changes of their own. */
    public static final Set<TypeName> KEPT_BY_STORE = Set.of(MEMENTO, ANCHORS);

    public Element {
        classifications = Map.copyOf(classifications);
    }

    public boolean isArchived() {
        return classifications.containsKey(MEMENTO);
    }

    /** What it is a part of; empty for an element that stands on its own. */
    public Optional<Guid> anchor() {
        return Optional.ofNullable(classifications.get(ANCHORS))
                .flatMap(anchors -> anchors.text("anchorGUID"))
                .filter(guid -> !guid.isBlank())
                .map(Guid::new);
    }

    /** The same element with these classifications in place of its own. */
    public Element classified(Map<TypeName, ElementProperties> others) {
        return new Element(guid, type, properties, others, source, versions);
    }

    public Optional<QualifiedName> qualifiedName() {
        return properties.text("qualifiedName").map(QualifiedName::new);
    }
}
