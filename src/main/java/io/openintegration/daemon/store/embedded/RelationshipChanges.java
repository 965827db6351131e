package io.openintegration.daemon.store.embedded;

import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.ChangeResult;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.Refusals;
import io.openintegration.daemon.metadata.Relationship;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.metadata.types.RelationshipType;
import io.openintegration.daemon.metadata.types.RelationshipType.Multiplicity;
import java.util.Optional;

/** Making, updating and removing relationships. */
final class RelationshipChanges {

    private static final String RELATE = "createRelatedElementsInStore";
    private static final String UPDATE = "updateRelatedElementsInStore";
    private static final String UNRELATE = "deleteRelatedElementsInStore";

    private final ChangeScope scope;

    RelationshipChanges(ChangeScope scope) {
        this.scope = scope;
    }

    ChangeResult relate(Change.Relate relate) {
        Element end1 = scope.visible(relate.end1(), RELATE).element();
        Element end2 = scope.visible(relate.end2(), RELATE).element();
        RelationshipType type =
                scope.validation(RELATE).relationship(relate.type(), end1.type(), end2.type(), relate.properties());
        Optional<Relationship> existing = type.multiplicity() == Multiplicity.MULTI_LINK
                ? Optional.empty()
                : scope.content().link(relate.type(), end1.guid(), end2.guid());
        return existing.map(link -> write(link, relate.properties(), RELATE))
                .orElseGet(() -> make(relate.type(), end1.guid(), end2.guid(), relate.properties()));
    }

    /** Links a new element, which therefore has no relationship yet. */
    void linkToParent(Element element, Change.ParentLink link, String operation) {
        Element parent = scope.visible(link.parent(), operation).element();
        Element end1 = link.parentAtEnd1() ? parent : element;
        Element end2 = link.parentAtEnd1() ? element : parent;
        scope.validation(operation).relationship(link.relationshipType(), end1.type(), end2.type(), link.properties());
        make(link.relationshipType(), end1.guid(), end2.guid(), link.properties());
    }

    ChangeResult update(Change.UpdateRelationship update) {
        Relationship before = scope.content()
                .relationship(update.relationship())
                .orElseThrow(() -> Refusals.unknownRelationship(UPDATE, update.relationship()));
        scope.validation(UPDATE).properties(before.type(), update.properties());
        ElementProperties properties =
                update.merge() ? before.properties().mergedWith(update.properties()) : update.properties();
        return write(before, properties, UPDATE);
    }

    ChangeResult unrelate(Change.Unrelate unrelate) {
        Optional<Relationship> found = scope.content().relationship(unrelate.relationship());
        found.ifPresent(relationship -> {
            scope.mayChange(relationship, UNRELATE);
            scope.content().removeRelationship(relationship.guid());
        });
        return new ChangeResult(unrelate.relationship(), 0, found.isPresent());
    }

    private ChangeResult make(TypeName type, Guid end1, Guid end2, ElementProperties properties) {
        Relationship made = new Relationship(
                scope.newGuid(), type, end1, end2, properties, scope.requester().source(), scope.created());
        scope.content().put(made);
        return new ChangeResult(made.guid(), 1, true);
    }

    private ChangeResult write(Relationship before, ElementProperties properties, String operation) {
        if (before.properties().equals(properties)) {
            return new ChangeResult(before.guid(), before.versions().version(), false);
        }
        scope.mayChange(before, operation);
        Relationship after = new Relationship(
                before.guid(),
                before.type(),
                before.end1(),
                before.end2(),
                properties,
                before.source(),
                scope.updated(before.versions()));
        scope.content().put(after);
        return new ChangeResult(after.guid(), after.versions().version(), true);
    }
}
