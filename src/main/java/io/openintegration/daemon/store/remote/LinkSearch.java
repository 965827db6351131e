package io.openintegration.daemon.store.remote;

import io.openintegration.daemon.metadata.Condition;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.MetadataMessage;
import io.openintegration.daemon.metadata.MetadataStoreException;
import io.openintegration.daemon.metadata.MetadataStoreException.Kind;
import io.openintegration.daemon.metadata.Paging;
import io.openintegration.daemon.metadata.RelatedElement;
import io.openintegration.daemon.metadata.RelatedQuery;
import io.openintegration.daemon.metadata.Relationship;
import io.openintegration.daemon.metadata.RelationshipQuery;
import io.openintegration.daemon.metadata.RelationshipQuery.Ends;
import io.openintegration.daemon.metadata.RelationshipQuery.Rule;
import io.openintegration.daemon.metadata.Requester;
import io.openintegration.daemon.metadata.Sequence;
import io.openintegration.daemon.metadata.TypeName;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Questions for relationships. Where elements at their ends are given, those elements are asked for all that they have, and it is chosen
 * here: a live Egeria takes the GUIDs of ends, and does not look at them. Else the type must be given.
 */
final class LinkSearch {

    private final StoreApi api;
    private final Reads reads;
    private final Parallel parallel;

    LinkSearch(StoreApi api, Reads reads, Parallel parallel) {
        this.api = api;
        this.reads = reads;
        this.parallel = parallel;
    }

    /** Elements to begin from, and the end at which they sit; 0 for either. */
    private record Start(Set<Guid> elements, int end) {}

    List<Relationship> find(Requester requester, RelationshipQuery query) {
        Condition where = PlainCondition.of(query.where());
        if (where.equals(PlainCondition.NEVER)) {
            return List.of();
        }
        Ends ends = query.ends();
        return ends.end1().isEmpty() && ends.end2().isEmpty()
                ? ofType(requester, query, where)
                : atEnds(requester, query);
    }

    private List<Relationship> ofType(Requester requester, RelationshipQuery query, Condition where) {
        TypeName type =
                query.type().orElseThrow(() -> api.notExpressible("relationships of any type between any elements"));
        Sequence sequence = query.sequence();
        List<Relationship> found = reads.pages(
                requester,
                query.paging(),
                sequence,
                page -> api.find(requester, type, where, query.forLineage(), page));
        return Sequencing.sorted(found, sequence, Relationship::versions, sequence::rank);
    }

    private List<Relationship> atEnds(Requester requester, RelationshipQuery query) {
        List<Relationship> found = starts(query.ends()).stream()
                .map(start -> linked(requester, query, start))
                .flatMap(Collection::stream)
                .distinct()
                .filter(query.ends()::hold)
                .filter(query.where()::holds)
                .toList();
        Sequence sequence = query.sequence();
        return Sequencing.sorted(found, sequence, Relationship::versions, sequence::rank).stream()
                .skip(query.paging().startFrom())
                .limit(query.paging().pageSize())
                .toList();
    }

    /** What leads to all that may be meant, by as few elements as there are. */
    private List<Start> starts(Ends ends) {
        Start one = new Start(ends.end1(), ends.rule() == Rule.EITHER_WAY ? 0 : 1);
        Start other = new Start(ends.end2(), ends.rule() == Rule.EITHER_WAY ? 0 : 2);
        return switch (ends.rule()) {
            case ONE -> List.of(one, other);
            case NEITHER -> throw api.notExpressible("relationships at whose ends certain elements are not");
            case BOTH, EITHER_WAY -> List.of(Stream.of(one, other)
                    .filter(start -> !start.elements().isEmpty())
                    .min(Comparator.comparingInt(start -> start.elements().size()))
                    .orElseThrow());
        };
    }

    private List<Relationship> linked(Requester requester, RelationshipQuery query, Start start) {
        return parallel
                .map(List.copyOf(start.elements()), element -> related(requester, query, element, start.end()))
                .stream()
                .flatMap(List::stream)
                .map(RelatedElement::relationship)
                .toList();
    }

    /** Nothing where the element is gone, or archived and not asked for. */
    private List<RelatedElement> related(Requester requester, RelationshipQuery query, Guid element, int end) {
        try {
            Paging all = new Paging(0, Integer.MAX_VALUE);
            return reads.related(requester, new RelatedQuery(element, query.type(), end, query.forLineage(), all));
        } catch (MetadataStoreException refused) {
            if (refused.kind() == Kind.NOT_FOUND || refused.reason().id().equals(MetadataMessage.ARCHIVED.id())) {
                return List.of();
            }
            throw refused;
        }
    }
}
