package io.openintegration.daemon.runtime.run;

import java.util.UUID;

/** Names one refresh of one connector, for good. */
public record RunId(UUID value) {

    /** @throws IllegalArgumentException where the text is not a UUID */
    public static RunId of(String text) {
        return new RunId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
