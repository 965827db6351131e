package io.openintegration.daemon.metadata;

import java.util.Optional;

/**
 * A relationship that a connector wants between two elements, whoever catalogued them, from end 1 to end 2.
 *
 * @param properties without the mark that {@link Relations} gives it
 */
public record Relation(TypeName type, End end1, End end2, ElementProperties properties) {

    /**
     * An element by its name, or a column of it.
     *
     * @param column its {@code displayName}; empty means the element itself
     */
    public record End(QualifiedName element, Optional<String> column) {

        public static End of(QualifiedName element) {
            return new End(element, Optional.empty());
        }
    }
}
