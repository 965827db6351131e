package io.openintegration.daemon.runtime.model;

import java.time.Duration;

/** What the modelled connectors see of the world. */
final class World {

    final Script script;

    /** What has passed, whatever was done to the time of day. */
    Duration now = Duration.ZERO;

    /** By how much the time of day was set forward. */
    Duration shift = Duration.ZERO;

    boolean metadataServerAway;
    boolean leaseHeld = true;

    World(Script script) {
        this.script = script;
    }

    /** Since the beginning, as the time of day has it. */
    Duration timeOfDay() {
        return now.plus(shift);
    }
}
