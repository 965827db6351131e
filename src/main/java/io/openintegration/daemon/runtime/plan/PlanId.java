package io.openintegration.daemon.runtime.plan;

import java.util.UUID;

/** Names one plan for good. */
public record PlanId(UUID value) {

    /** @throws IllegalArgumentException where the text is not a UUID */
    public static PlanId of(String text) {
        return new PlanId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
