package io.openintegration.daemon.metadata;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A search for elements by text, as the peer does it: literal, in any text property.
 *
 * @param text what to look for; empty finds every element of the type
 * @param type elements of this type and its sub-types; empty means any type
 * @param ignoreCase whether upper and lower case are the same
 * @param forLineage whether archived elements are found too
 */
public record TextSearch(
        String text, Optional<TypeName> type, Match match, boolean ignoreCase, boolean forLineage, Paging paging) {

    /** How a property's text must match. */
    public enum Match {
        CONTAINS,
        STARTS_WITH,
        ENDS_WITH,
        WHOLE;

        /** Whether the text found is like the text asked for. */
        public boolean holds(String found, String asked, boolean ignoreCase) {
            return ignoreCase ? holds(folded(found), folded(asked)) : holds(found, asked);
        }

        private boolean holds(String found, String asked) {
            return switch (this) {
                case CONTAINS -> found.contains(asked);
                case STARTS_WITH -> found.startsWith(asked);
                case ENDS_WITH -> found.endsWith(asked);
                case WHOLE -> found.equals(asked);
            };
        }

        private static String folded(String text) {
            return text.toLowerCase(Locale.ROOT);
        }
    }

    /** The same as a question by conditions, in the order of creation. */
    public ElementQuery query() {
        return new ElementQuery(
                type,
                Set.of(),
                new Condition.AnyText(match, text, ignoreCase),
                forLineage,
                Sequence.CREATION_OLDEST,
                paging);
    }
}
