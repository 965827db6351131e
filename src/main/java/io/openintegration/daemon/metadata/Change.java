package io.openintegration.daemon.metadata;

import java.util.Map;
import java.util.Optional;

/** One change to a metadata server's content. */
public sealed interface Change {

    /**
     * A new element.
     *
     * @param properties must hold a {@code qualifiedName} that no element of the server has yet, archived ones included
     * @param anchor the element that this one is a part of: it is archived and removed with it; empty for an element
     *     that stands on its own
     * @param parent the relationship that is made together with the element
     */
    record CreateElement(
            TypeName type,
            ElementProperties properties,
            Map<TypeName, ElementProperties> classifications,
            Optional<ElementRef> anchor,
            Optional<ParentLink> parent)
            implements Change {

        public CreateElement {
            classifications = Map.copyOf(classifications);
        }

        public Optional<QualifiedName> qualifiedName() {
            return properties.text("qualifiedName").map(QualifiedName::new);
        }
    }

    /** @param parentAtEnd1 whether the parent is end 1 of the relationship */
    record ParentLink(
            TypeName relationshipType, ElementRef parent, boolean parentAtEnd1, ElementProperties properties) {}

    /**
     * New properties of an element. Where nothing differs, the element and its version stay as they are.
     *
     * @param merge true: properties not given are kept; false: they are removed
     */
    record UpdateElement(Guid element, ElementProperties properties, boolean merge) implements Change {}

    /**
     * Takes an element away, with the elements anchored to it. One that is gone already is no error.
     *
     * @param note what is remembered where it is archived
     */
    record RemoveElement(Guid element, Removal removal, ArchiveNote note) implements Change {

        public RemoveElement(Guid element, Removal removal) {
            this(element, removal, ArchiveNote.NONE);
        }
    }

    /** Brings an archived element back; the elements anchored to it too. One that is not archived is no error. */
    record RestoreElement(Guid element) implements Change {}

    /** Gives an element a classification, or the one that it has other properties. */
    record Classify(ElementRef element, TypeName classification, ElementProperties properties, Setting setting)
            implements Change {

        /** Adds it, or replaces its properties. */
        public Classify(ElementRef element, TypeName classification, ElementProperties properties) {
            this(element, classification, properties, Setting.ADD_OR_REPLACE);
        }

        /** What becomes of the properties that the classification has already. */
        public enum Setting {
            /** They are replaced; where the element does not have the classification, it gets it. */
            ADD_OR_REPLACE,
            /** They are replaced; {@code OPEN-METADATA-STORE-404-001} where there is no such classification. */
            REPLACE,
            /** Those not given are kept; {@code OPEN-METADATA-STORE-404-001} where there is no such classification. */
            MERGE
        }
    }

    /** Removes a classification. One that is absent is no error. */
    record Declassify(Guid element, TypeName classification) implements Change {}

    /**
     * Makes a relationship. For types of which there is only one between two elements, an existing one gets the new
     * properties.
     */
    record Relate(TypeName type, ElementRef end1, ElementRef end2, ElementProperties properties) implements Change {}

    /** New properties of a relationship; {@code merge} as with elements. */
    record UpdateRelationship(Guid relationship, ElementProperties properties, boolean merge) implements Change {}

    /** Removes a relationship. One that is gone already is no error. */
    record Unrelate(Guid relationship) implements Change {}

    /** How an element is taken away. */
    enum Removal {
        /** Kept for lineage, marked by the classification {@code Memento}; ordinary queries no longer find it. */
        ARCHIVE,
        /** Gone for good, its relationships too. */
        PURGE,
        /** Archived where it, or an element anchored to it, has a relationship of lineage; else purged. */
        ARCHIVE_IN_LINEAGE
    }
}
