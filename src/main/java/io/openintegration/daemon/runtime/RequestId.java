package io.openintegration.daemon.runtime;

import java.util.UUID;

/** Names one request to a daemon. */
public record RequestId(UUID value) {

    /** @throws IllegalArgumentException where the text is not a UUID */
    public static RequestId of(String text) {
        return new RequestId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
