package io.openintegration.daemon.connectors.lineage.publish;

import io.openintegration.daemon.connectors.lineage.choice.ChoiceProperty;
import io.openintegration.daemon.spi.ConnectorProperty;
import java.util.Map;

/** The configuration properties of the connector that publishes over HTTP, beside those that choose among events. */
enum PublishProperty implements ConnectorProperty {
    CONNECT_TIMEOUT("connectTimeout", "How long connecting may take, in seconds, from 1 to 300. Default: 10."),
    REQUEST_TIMEOUT(
            "requestTimeout",
            "How long the answer to one event may take in all, in seconds, from 1 to 600. Default: 30.");

    private final String wireName;
    private final String meaning;

    PublishProperty(String wireName, String meaning) {
        this.wireName = wireName;
        this.meaning = meaning;
    }

    @Override
    public String wireName() {
        return wireName;
    }

    @Override
    public String meaning() {
        return meaning;
    }

    /** All, each with a sentence for operators. */
    static Map<String, String> described() {
        return ChoiceProperty.describedWith(values());
    }
}
