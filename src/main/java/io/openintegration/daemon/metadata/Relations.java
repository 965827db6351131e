package io.openintegration.daemon.metadata;

import java.util.List;
import java.util.Set;

/**
 * All relationships of some kinds that a connector wants an element, or its columns, to have. Of its own ones, which it knows by their
 * metadata source and their mark, all others of these kinds are removed; but those of elements that are archived stay. A relationship
 * of which an end is not catalogued is not made: where the element comes later, so does the relationship, with the next time that it is
 * asked for.
 *
 * @param owner the element; where it is not catalogued, nothing is done
 * @param ofColumns whether the relationships are those of its columns, rather than its own
 * @param kinds which relationships these are all of
 * @param mark given to every one of them
 */
public record Relations(QualifiedName owner, boolean ofColumns, Set<Kind> kinds, Mark mark, List<Relation> wanted) {

    public Relations {
        kinds = Set.copyOf(kinds);
        wanted = List.copyOf(wanted);
    }

    /** @param ownersEnd the end at which the owner, or its column, sits: 1 or 2 */
    public record Kind(TypeName type, int ownersEnd) {}

    /**
     * What tells a connector's relationships from those of others.
     *
     * @param property one that each of the kinds has, with a text
     * @param value different from what anybody else has there
     */
    public record Mark(String property, String value) {

        /** The label that relationships of lineage have. */
        public static Mark label(String value) {
            return new Mark("label", value);
        }
    }
}
