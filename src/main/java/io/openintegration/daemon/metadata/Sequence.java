package io.openintegration.daemon.metadata;

import java.util.Comparator;
import java.util.Optional;

/**
 * The order of a result. What would be equal in it comes in the order of creation, so that pages never overlap.
 *
 * @param property where the order is that of a property, else empty; what does not have it comes last
 */
public record Sequence(By by, boolean descending, Optional<String> property) {

    public static final Sequence CREATION_OLDEST = new Sequence(By.CREATION, false, Optional.empty());
    public static final Sequence CREATION_RECENT = new Sequence(By.CREATION, true, Optional.empty());
    public static final Sequence UPDATE_OLDEST = new Sequence(By.UPDATE, false, Optional.empty());
    public static final Sequence UPDATE_RECENT = new Sequence(By.UPDATE, true, Optional.empty());

    /** Long texts are told apart by their beginnings alone, so that what is to be sorted takes little room. */
    private static final int LONGEST_TEXT = 256;

    /** What results are put in order by. */
    public enum By {
        /** When they were made, which is the order of GUIDs as well. */
        CREATION,
        /** When they were last changed. */
        UPDATE,
        PROPERTY
    }

    public static Sequence byProperty(String property, boolean descending) {
        return new Sequence(By.PROPERTY, descending, Optional.of(property));
    }

    /**
     * Where something stands in a sequence.
     *
     * @param time when it was last changed, in milliseconds since 1970
     * @param value of the property; empty where that is absent, or plays no part
     */
    public record Rank(Guid guid, long time, Optional<PropertyValue> value) {}

    public Rank rank(Element element) {
        return rank(element.guid(), element.versions(), element.properties());
    }

    public Rank rank(Relationship relationship) {
        return rank(relationship.guid(), relationship.versions(), relationship.properties());
    }

    /** Puts what comes first first. GUIDs of one server are in the order of their making. */
    public Comparator<Rank> order() {
        Comparator<Rank> creation = Comparator.comparing(rank -> rank.guid().value());
        return switch (by) {
            case CREATION -> directed(creation);
            case UPDATE -> directed(Comparator.comparingLong(Rank::time)).thenComparing(creation);
            case PROPERTY -> Comparator.<Rank, Boolean>comparing(
                            rank -> rank.value().isEmpty())
                    .thenComparing((left, right) -> left.value().isEmpty()
                                    || right.value().isEmpty()
                            ? 0
                            : directed(PropertyOrder.TOTAL)
                                    .compare(left.value().get(), right.value().get()))
                    .thenComparing(creation);
        };
    }

    private Rank rank(Guid guid, ElementVersions versions, ElementProperties properties) {
        return new Rank(
                guid,
                versions.updateTime().toEpochMilli(),
                property.flatMap(properties::get).map(Sequence::shortened));
    }

    private static PropertyValue shortened(PropertyValue value) {
        return value instanceof PropertyValue.Text text && text.value().length() > LONGEST_TEXT
                ? new PropertyValue.Text(text.value().substring(0, LONGEST_TEXT))
                : value;
    }

    private <T> Comparator<T> directed(Comparator<T> order) {
        return descending ? order.reversed() : order;
    }
}
