package io.openintegration.daemon.store.embedded;

import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.ChangeSet;
import io.openintegration.daemon.metadata.ElementRef;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.QualifiedName;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What a change set speaks of, so that it can be read in bulk.
 *
 * @param made the names of the elements that it makes
 * @param names other names
 */
record ReferencedContent(
        Set<Guid> elements, Set<QualifiedName> made, Set<QualifiedName> names, Set<Guid> relationships) {

    static ReferencedContent of(ChangeSet changes) {
        ReferencedContent referenced = new ReferencedContent(
                new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
        changes.changes().forEach(referenced::add);
        referenced.names().removeAll(referenced.made());
        return referenced;
    }

    private void add(Change change) {
        if (change instanceof Change.CreateElement create) {
            create.properties().qualifiedName().ifPresent(made::add);
            create.anchor().ifPresent(this::add);
            create.parent().map(Change.ParentLink::parent).ifPresent(this::add);
        } else if (change instanceof Change.UpdateElement update) {
            elements.add(update.element());
        } else if (change instanceof Change.RemoveElement remove) {
            elements.add(remove.element());
        } else if (change instanceof Change.RestoreElement restore) {
            elements.add(restore.element());
        } else if (change instanceof Change.Classify classify) {
            add(classify.element());
        } else if (change instanceof Change.Declassify declassify) {
            elements.add(declassify.element());
        } else if (change instanceof Change.Relate relate) {
            add(relate.end1());
            add(relate.end2());
        } else if (change instanceof Change.UpdateRelationship update) {
            relationships.add(update.relationship());
        } else if (change instanceof Change.Unrelate unrelate) {
            relationships.add(unrelate.relationship());
        }
    }

    private void add(ElementRef reference) {
        if (reference instanceof ElementRef.ByName byName) {
            names.add(byName.name());
        } else if (reference instanceof ElementRef.ByGuid byGuid) {
            elements.add(byGuid.guid());
        }
    }
}
