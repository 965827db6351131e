package io.openintegration.daemon.rest.store;

import io.openintegration.daemon.metadata.Condition;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.ElementQuery;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.PropertyValue;
import io.openintegration.daemon.metadata.Refusals;
import io.openintegration.daemon.metadata.RelatedQuery;
import io.openintegration.daemon.metadata.RelationshipQuery;
import io.openintegration.daemon.metadata.RelationshipQuery.Ends;
import io.openintegration.daemon.metadata.RelationshipQuery.Rule;
import io.openintegration.daemon.metadata.Sequence;
import io.openintegration.daemon.metadata.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads what questions have in common: types, filters, sequence, page. What makes no difference here is not looked at: all
 * metadata is effective at any time, and there are no duplicates to be processed.
 *
 * @param largestPage how many are returned at once
 */
record QueryReader(StoreRequestBody request, int largestPage) {

    private static final String SEQUENCE = "sequencingOrder";

    private enum SequencingOrder {
        ANY,
        GUID,
        CREATION_DATE_RECENT,
        CREATION_DATE_OLDEST,
        LAST_UPDATE_RECENT,
        LAST_UPDATE_OLDEST,
        PROPERTY_ASCENDING,
        PROPERTY_DESCENDING
    }

    private enum EndMatchCriteria {
        BOTH(Rule.BOTH),
        ANY(Rule.ONE),
        NONE(Rule.NEITHER);

        private final Rule rule;

        EndMatchCriteria(Rule rule) {
            this.rule = rule;
        }
    }

    /** A larger page than there may be is refused. */
    ElementQuery elements(Condition where) {
        request.refuse("asOfTime", "governanceZoneFilter", "anchorScopeGUID");
        List<Condition> conditions = new ArrayList<>(List.of(where));
        filter(conditions);
        return new ElementQuery(
                request.name("metadataElementTypeName").map(TypeName::new),
                request.names("metadataElementSubtypeNames").stream()
                        .map(TypeName::new)
                        .collect(Collectors.toSet()),
                conditions.size() == 1 ? where : new Condition.All(conditions),
                request.flag("forLineage", false),
                sequence(),
                request.page(largestPage));
    }

    /** A larger page than there may be is refused. */
    RelationshipQuery relationships(Optional<TypeName> type, Ends ends, Condition where) {
        request.refuse("asOfTime", "governanceZoneFilter");
        return new RelationshipQuery(
                type, ends, where, request.flag("forLineage", false), sequence(), request.page(largestPage));
    }

    /** The ends that the body names. */
    Ends ends() {
        return new Ends(
                guids("end1EntityGUIDs"),
                guids("end2EntityGUIDs"),
                request.choice("endMatchCriteria", EndMatchCriteria.class).orElse(EndMatchCriteria.BOTH).rule);
    }

    /** A larger page than there may be is cut. */
    RelatedQuery related(Guid element, Optional<TypeName> relationshipType, int startingAtEnd) {
        request.refuse("asOfTime", "governanceZoneFilter");
        Sequence sequence = sequence();
        if (sequence.by() == Sequence.By.PROPERTY) {
            throw Refusals.notSupported(request.operation(), SEQUENCE);
        }
        return new RelatedQuery(
                element,
                relationshipType,
                startingAtEnd == 1 || startingAtEnd == 2 ? startingAtEnd : 0,
                request.flag("forLineage", false),
                sequence,
                request.pageCutTo(largestPage));
    }

    private Set<Guid> guids(String field) {
        return request.names(field).stream().map(Guid::new).collect(Collectors.toSet());
    }

    private Sequence sequence() {
        SequencingOrder order =
                request.choice(SEQUENCE, SequencingOrder.class).orElse(SequencingOrder.LAST_UPDATE_RECENT);
        return switch (order) {
            case ANY, GUID, CREATION_DATE_OLDEST -> Sequence.CREATION_OLDEST;
            case CREATION_DATE_RECENT -> Sequence.CREATION_RECENT;
            case LAST_UPDATE_RECENT -> Sequence.UPDATE_RECENT;
            case LAST_UPDATE_OLDEST -> Sequence.UPDATE_OLDEST;
            case PROPERTY_ASCENDING -> Sequence.byProperty(request.requiredName("sequencingProperty"), false);
            case PROPERTY_DESCENDING -> Sequence.byProperty(request.requiredName("sequencingProperty"), true);
        };
    }

    private void filter(List<Condition> conditions) {
        List<String> statuses = request.names("limitResultsByStatus");
        if (!statuses.isEmpty() && !statuses.contains("ACTIVE")) {
            // All elements are active.
            conditions.add(new Condition.Any(List.of()));
        }
        request.name("anchorGUID").ifPresent(guid -> conditions.add(anchored("anchorGUID", guid)));
        request.name("anchorDomainName").ifPresent(domain -> conditions.add(anchored("anchorDomainName", domain)));
        List<Condition> only = classified("includeOnlyClassifiedElements");
        if (only.size() > 1) {
            // Whether an element must have one of them, or all, is for the client to say by matchClassifications.
            throw Refusals.notSupported(request.operation(), "more than one of includeOnlyClassifiedElements");
        }
        conditions.addAll(only);
        List<Condition> skipped = classified("skipClassifiedElements");
        if (!skipped.isEmpty()) {
            conditions.add(new Condition.None(skipped));
        }
    }

    private List<Condition> classified(String field) {
        return request.names(field).stream()
                .map(name -> (Condition) new Condition.Classified(new TypeName(name), Condition.always()))
                .toList();
    }

    private static Condition anchored(String property, String text) {
        return new Condition.Classified(
                Element.ANCHORS,
                new Condition.Compare(property, Condition.Comparison.EQUAL, new PropertyValue.Text(text)));
    }
}
