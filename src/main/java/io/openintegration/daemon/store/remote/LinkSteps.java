package io.openintegration.daemon.store.remote;

import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.ChangeResult;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.MetadataStoreException;
import io.openintegration.daemon.metadata.Refusals;
import io.openintegration.daemon.metadata.Relationship;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.metadata.types.RelationshipType.Multiplicity;
import io.openintegration.daemon.metadata.types.TypeCatalogue;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Making, updating and removing relationships. Each method checks the change, and says what is to be sent. */
final class LinkSteps {

    private static final String RELATE = "createRelatedElementsInStore";
    private static final String UPDATE = "updateRelatedElementsInStore";

    /** Relationships are removed by their GUID alone: so none is looked for while another is removed. */
    static final Object LINKS = "relationships";

    private static final Touch MAKING = new Touch(LINKS, "making");
    private static final Touch REMOVING = new Touch(LINKS, "removing");

    private final StoreApi api;
    private final SetContent content;
    private final Locks locks;

    LinkSteps(StoreApi api, SetContent content, Locks locks) {
        this.api = api;
        this.content = content;
        this.locks = locks;
    }

    private record Line(TypeName type, Guid end1, Guid end2) {}

    Step relate(Change.Relate relate) {
        Guid end1 = content.resolve(relate.end1(), RELATE);
        Guid end2 = content.resolve(relate.end2(), RELATE);
        Line planned = new Line(relate.type(), end1, end2);
        List<Touch> touches = List.of(Touch.reading(end1), Touch.reading(end2), Touch.writing(planned), MAKING);
        return new Step(touches, () -> {
            Line line = new Line(relate.type(), content.real(end1), content.real(end2));
            return locks.holding(line, () -> relate(line, relate.properties()));
        });
    }

    private ChangeResult relate(Line line, ElementProperties properties) {
        List<Relationship> existing = links(line);
        if (existing.isEmpty() || isMultiple(line.type())) {
            return new ChangeResult(make(line, properties, existing), 1, true);
        }
        Relationship link = existing.get(0);
        return write(link, properties, false, link.properties().equals(properties), RELATE);
    }

    /** Where the answer was lost, it is looked whether there is one more than before. */
    private Guid make(Line line, ElementProperties properties, List<Relationship> before) {
        try {
            return api.relate(content.requester(), line.type(), line.end1(), line.end2(), properties);
        } catch (UnansweredException lost) {
            if (!lost.mayBeDone()) {
                throw lost;
            }
            return madeAllTheSame(line, before, lost);
        }
    }

    private Guid madeAllTheSame(Line line, List<Relationship> before, UnansweredException lost) {
        Set<Guid> known = before.stream().map(Relationship::guid).collect(Collectors.toSet());
        try {
            return links(line).stream()
                    .map(Relationship::guid)
                    .filter(guid -> !known.contains(guid))
                    .findFirst()
                    .orElseThrow(() -> lost);
        } catch (MetadataStoreException stillAway) {
            if (stillAway != lost) {
                lost.addSuppressed(stillAway);
            }
            throw lost;
        }
    }

    private List<Relationship> links(Line line) {
        return api.links(content.requester(), line.type(), line.end1(), line.end2()).stream()
                .sorted(Comparator.comparing(
                                (Relationship link) -> link.versions().createTime())
                        .thenComparing(link -> link.guid().value()))
                .toList();
    }

    /** A type that is not known here counts as one of which there is only one between two elements: that makes nothing twice. */
    private static boolean isMultiple(TypeName type) {
        return TypeCatalogue.openMetadata()
                .relationship(type)
                .filter(known -> known.multiplicity() == Multiplicity.MULTI_LINK)
                .isPresent();
    }

    Step update(Change.UpdateRelationship update) {
        Relationship before = content.relationship(update.relationship())
                .orElseThrow(() -> Refusals.unknownRelationship(UPDATE, update.relationship()));
        ElementProperties properties =
                update.merge() ? before.properties().mergedWith(update.properties()) : update.properties();
        boolean same = properties.equals(before.properties());
        if (!same) {
            content.mayChange(before, UPDATE);
            content.put(new Relationship(
                    before.guid(),
                    before.type(),
                    before.end1(),
                    before.end2(),
                    properties,
                    before.source(),
                    before.versions()));
        }
        return new Step(
                List.of(Touch.writing(before.guid())),
                () -> write(before, update.properties(), update.merge(), same, UPDATE));
    }

    private ChangeResult write(
            Relationship link, ElementProperties properties, boolean merge, boolean same, String operation) {
        long version = link.versions().version();
        if (same) {
            return new ChangeResult(link.guid(), version, false);
        }
        content.mayChange(link, operation);
        api.updateRelationship(content.requester(), link.guid(), properties, merge);
        return new ChangeResult(link.guid(), version + 1, true);
    }

    Step unrelate(Change.Unrelate unrelate) {
        Guid link = unrelate.relationship();
        return new Step(
                List.of(Touch.writing(link), REMOVING),
                () -> new ChangeResult(link, 0, api.unrelate(content.requester(), link)));
    }
}
