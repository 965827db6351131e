package io.openintegration.daemon.persistence;

import static io.openintegration.daemon.message.MessageText.error;

import io.openintegration.daemon.message.MessageDefinition;
import io.openintegration.daemon.message.MessageText;

/** What the daemon says about its own database. */
public enum PersistenceMessage implements MessageDefinition {
    DATABASE_FAILED(error(
            "DAEMON-DATABASE-500-001",
            500,
            "The daemon's own database failed in operation {0}: {1}, SQL state {2}",
            "Nothing of the operation was stored.",
            "Check that the database of the daemon (settings db_url, db_user) is running, reachable and not full, then"
                    + " repeat the request.")),
    LEASE_LOST(error(
            "DAEMON-DATABASE-409-001",
            409,
            "Another node has taken over the integration daemon {0}",
            "Nothing of the operation was stored. This node stops the daemon's connectors and stands by.",
            "Nothing to do, unless nodes take over again and again: then look at the network and at long pauses.")),
    /** Parameters: connector, daemon. */
    EVENTS_SETTLED_BEFORE(
            error(
                    "DAEMON-DATABASE-409-002",
                    409,
                    "Events that connector {0} of integration daemon {1} has taken in were taken in before",
                    "Nothing was noted: another life of the connector knows of these events.",
                    "Nothing to do, unless the present life of the connector fails by it: then report the fault to its author.")),
    MIGRATION_FAILED(error(
            "DAEMON-DATABASE-500-002",
            500,
            "The tables of the daemon's own database cannot be created or brought up to date: {0}, SQL state {1}",
            "The daemon's database is not used.",
            "Check that the database is reachable and that its user may create a schema and tables. After a downgrade"
                    + " of the product, restore the database from before the upgrade."));

    private final MessageText text;

    PersistenceMessage(MessageText text) {
        this.text = text;
    }

    @Override
    public MessageText text() {
        return text;
    }
}
