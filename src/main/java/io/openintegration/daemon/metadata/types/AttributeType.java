package io.openintegration.daemon.metadata.types;

import io.openintegration.daemon.metadata.PropertyValue;
import java.util.Optional;

/**
 * An attribute of a type.
 *
 * @param enumeration where the kind is {@link AttributeKind#CHOICE}, else empty
 */
public record AttributeType(String name, AttributeKind kind, Optional<EnumType> enumeration) {

    static AttributeType text(String name) {
        return of(name, AttributeKind.TEXT);
    }

    static AttributeType of(String name, AttributeKind kind) {
        return new AttributeType(name, kind, Optional.empty());
    }

    static AttributeType choice(String name, EnumType enumeration) {
        return new AttributeType(name, AttributeKind.CHOICE, Optional.of(enumeration));
    }

    /** Whether a property may have this value. */
    public boolean accepts(PropertyValue value) {
        return kind.fits(value)
                && enumeration.stream()
                        .allMatch(type -> value instanceof PropertyValue.Choice choice
                                && choice.enumName().equals(type.name())
                                && type.has(choice.symbolicName()));
    }

    /** What a value must be, in words for a message. */
    String expectation() {
        return enumeration
                .map(type -> "a value of enumeration " + type.name()
                        + (type.values().isEmpty() ? "" : " (" + String.join(", ", type.values()) + ")"))
                .orElse("a value of kind " + kind.typeName());
    }
}
