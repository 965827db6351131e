package io.openintegration.daemon.metadata;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The properties of an element, a relationship or a classification, in the order of their names. Immutable. */
public record ElementProperties(SortedMap<String, PropertyValue> values) {

    public static final ElementProperties NONE = new ElementProperties(new TreeMap<>());

    public ElementProperties {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    public static Builder builder() {
        return new Builder();
    }

    public Optional<PropertyValue> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The property of that name where it is text, else empty. */
    public Optional<String> text(String name) {
        return values.get(name) instanceof PropertyValue.Text text ? Optional.of(text.value()) : Optional.empty();
    }

    /** The name by which an element with these properties is known; one of blanks only is none. */
    public Optional<QualifiedName> qualifiedName() {
        return text("qualifiedName").filter(name -> !name.isBlank()).map(QualifiedName::new);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** These properties with those of {@code others} put over them (the peer's merge). */
    public ElementProperties mergedWith(ElementProperties others) {
        TreeMap<String, PropertyValue> merged = new TreeMap<>(values);
        merged.putAll(others.values);
        return new ElementProperties(merged);
    }

    /** Collects properties; a null value leaves the property out. */
    public static final class Builder {

        private final TreeMap<String, PropertyValue> values = new TreeMap<>();

        public Builder text(String name, String value) {
            return value == null ? this : put(name, new PropertyValue.Text(value));
        }

        public Builder number(String name, int value) {
            return put(name, new PropertyValue.IntNumber(value));
        }

        public Builder longNumber(String name, long value) {
            return put(name, new PropertyValue.LongNumber(value));
        }

        public Builder flag(String name, boolean value) {
            return put(name, new PropertyValue.Flag(value));
        }

        public Builder date(String name, Instant value) {
            return value == null ? this : put(name, new PropertyValue.Date(value));
        }

        public Builder choice(String name, String enumName, String symbolicName) {
            return put(name, new PropertyValue.Choice(enumName, symbolicName));
        }

        public Builder list(String name, List<String> texts) {
            return texts == null ? this : put(name, new PropertyValue.TextList(texts));
        }

        public Builder map(String name, Map<String, String> texts) {
            return texts == null ? this : put(name, new PropertyValue.TextMap(texts));
        }

        public Builder put(String name, PropertyValue value) {
            values.put(name, value);
            return this;
        }

        public ElementProperties build() {
            return new ElementProperties(values);
        }
    }
}
