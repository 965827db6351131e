package io.openintegration.daemon.metadata;

/** What all typed names have in common: they are never empty. */
public final class NameCheck {

    private NameCheck() {}

    /**
     * @throws IllegalArgumentException where {@code value} is null or blank; {@code what} says of what it is the value
     */
    public static void notBlank(String value, String what) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(what + " must not be empty");
        }
    }
}
