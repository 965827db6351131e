package io.openintegration.daemon.metadata;

/**
 * A question for the lineage of an element.
 *
 * @param depth how many relationships away from it: from 1 to {@link #DEEPEST}
 * @param columns whether the columns of what is found, and how they map, are asked for too
 * @param mostNodes how many elements at the most, that one included: from 1 to {@link #MOST_NODES}
 */
public record LineageQuery(QualifiedName start, Direction direction, int depth, boolean columns, int mostNodes) {

    public static final int DEEPEST = 50;
    public static final int MOST_NODES = 10_000;

    public LineageQuery {
        if (depth < 1 || depth > DEEPEST || mostNodes < 1 || mostNodes > MOST_NODES) {
            throw new IllegalArgumentException("depth " + depth + ", nodes " + mostNodes);
        }
    }

    /** Which way to follow data. */
    public enum Direction {
        /** To where it comes from. */
        UPSTREAM,
        /** To where it goes. */
        DOWNSTREAM
    }
}
