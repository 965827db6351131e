package io.openintegration.daemon.runtime.model;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** A modelled daemon on one node: its connectors, its duty, and its questions to the metadata server. */
final class DaemonModel {

    private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(2);
    private static final Duration MEMORY = Duration.ofMinutes(5);

    final World world;
    final Map<Kind, ConnectorModel> connectors = new EnumMap<>(Kind.class);
    boolean onDuty;
    private boolean lapsed;
    private Optional<Duration> asked = Optional.empty();
    private Duration missed = Duration.ZERO;
    private boolean wasAway;

    DaemonModel(World world) {
        this.world = world;
        Arrays.stream(Kind.values()).forEach(kind -> connectors.put(kind, new ConnectorModel(kind, world)));
    }

    ConnectorModel connector(Kind kind) {
        return connectors.get(kind);
    }

    /** Whether that call was left behind while it hung. */
    boolean wasLeftBehind(OpenCall call) {
        return connectors.values().stream().anyMatch(connector -> connector.life.calls.wasLeftBehind(call));
    }

    /** The node looks whether it has the lease. */
    void watch() {
        if (world.leaseHeld && !onDuty) {
            onDuty = true;
            connectors.values().forEach(ConnectorModel::dutyBegins);
        } else if (onDuty && (!world.leaseHeld || lapsed)) {
            halt();
            onDuty = false;
            lapsed = false;
        }
    }

    /** The timer's knock. It finds out that the lease is over, for good in this time of duty. */
    void knock() {
        if (onDuty && !world.leaseHeld) {
            halt();
            lapsed = true;
        } else if (onDuty && !lapsed) {
            connectors.values().forEach(ConnectorModel::knock);
            askForServer();
            connectors.values().forEach(connector -> connector.life.threadsAreBack());
        }
    }

    private void halt() {
        if (!lapsed) {
            connectors.values().forEach(ConnectorModel::halt);
            forgetServer();
        }
    }

    private void askForServer() {
        boolean isMissed = connectors.values().stream().anyMatch(ConnectorModel::waitsForMetadataServer);
        if (isMissed) {
            missed = world.now;
            if (asked.filter(last -> world.now.minus(last).compareTo(BETWEEN_QUESTIONS) < 0)
                    .isEmpty()) {
                asked = Optional.of(world.now);
                boolean back = wasAway && !world.metadataServerAway;
                wasAway = world.metadataServerAway;
                if (back) {
                    connectors.values().forEach(ConnectorModel::metadataServerIsBack);
                }
            }
        }
        if (world.now.minus(missed).compareTo(MEMORY) >= 0) {
            forgetServer();
        }
    }

    private void forgetServer() {
        asked = Optional.empty();
        wasAway = false;
    }
}
