package io.openintegration.daemon.metadata;

import java.util.Optional;
import java.util.Set;

/**
 * A question for relationships.
 *
 * @param type empty means any
 * @param forLineage whether those are found too of which an end is archived
 */
public record RelationshipQuery(
        Optional<TypeName> type, Ends ends, Condition where, boolean forLineage, Sequence sequence, Paging paging) {

    /**
     * The elements at the ends.
     *
     * @param end1 of which one must sit at end 1; none means any
     * @param end2 the same for end 2
     */
    public record Ends(Set<Guid> end1, Set<Guid> end2, Rule rule) {

        public static final Ends ANY = new Ends(Set.of(), Set.of(), Rule.BOTH);

        public Ends {
            end1 = Set.copyOf(end1);
            end2 = Set.copyOf(end2);
        }

        /** Between two elements, whichever is end 1. */
        public static Ends between(Guid one, Guid other) {
            return new Ends(Set.of(one), Set.of(other), Rule.EITHER_WAY);
        }

        public boolean hold(Relationship link) {
            boolean anywhere = end1.isEmpty() && end2.isEmpty();
            return anywhere
                    || switch (rule) {
                        case BOTH -> at(end1, link.end1()) && at(end2, link.end2());
                        case ONE -> end1.contains(link.end1()) || end2.contains(link.end2());
                        case NEITHER -> !end1.contains(link.end1()) && !end2.contains(link.end2());
                        case EITHER_WAY -> (at(end1, link.end1()) && at(end2, link.end2()))
                                || (at(end1, link.end2()) && at(end2, link.end1()));
                    };
        }

        private static boolean at(Set<Guid> wanted, Guid end) {
            return wanted.isEmpty() || wanted.contains(end);
        }
    }

    /** How the two ends go together. */
    public enum Rule {
        BOTH,
        /** One of the ends is enough. */
        ONE,
        NEITHER,
        /** Both, or both the other way round. */
        EITHER_WAY
    }
}
