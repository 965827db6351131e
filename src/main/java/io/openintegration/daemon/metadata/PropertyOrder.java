package io.openintegration.daemon.metadata;

import java.util.Comparator;
import java.util.Optional;

/** The order of property values: numbers and dates as they are, text by its codes, enumerations by their names. */
final class PropertyOrder {

    /** Orders all values: those of one kind among themselves, kinds that have no order by the kinds' names. */
    static final Comparator<PropertyValue> TOTAL = (left, right) -> between(left, right)
            .orElseGet(() ->
                    left.getClass().getSimpleName().compareTo(right.getClass().getSimpleName()));

    private PropertyOrder() {}

    /** Empty where they are of different kinds, or of one that has no order. */
    static Optional<Integer> between(PropertyValue left, PropertyValue right) {
        if (left instanceof PropertyValue.Text one && right instanceof PropertyValue.Text other) {
            return Optional.of(one.value().compareTo(other.value()));
        } else if (left instanceof PropertyValue.IntNumber one && right instanceof PropertyValue.IntNumber other) {
            return Optional.of(Integer.compare(one.value(), other.value()));
        } else if (left instanceof PropertyValue.LongNumber one && right instanceof PropertyValue.LongNumber other) {
            return Optional.of(Long.compare(one.value(), other.value()));
        } else if (left instanceof PropertyValue.DecimalNumber one
                && right instanceof PropertyValue.DecimalNumber other) {
            return Optional.of(Double.compare(one.value(), other.value()));
        } else if (left instanceof PropertyValue.Date one && right instanceof PropertyValue.Date other) {
            return Optional.of(one.value().compareTo(other.value()));
        } else if (left instanceof PropertyValue.Flag one && right instanceof PropertyValue.Flag other) {
            return Optional.of(Boolean.compare(one.value(), other.value()));
        } else if (left instanceof PropertyValue.Choice one && right instanceof PropertyValue.Choice other) {
            return Optional.of(one.symbolicName().compareTo(other.symbolicName()));
        }
        return Optional.empty();
    }
}
