package io.openintegration.daemon.connectors.lineage;

import io.openintegration.daemon.connectors.lineage.choice.ChoiceProperty;
import io.openintegration.daemon.spi.ConnectorProperty;
import java.util.Map;

/** The configuration properties of the OpenLineage monitor, beside those that choose among events. */
enum LineageProperty implements ConnectorProperty {
    NAMESPACES(
            "namespaces",
            "How namespaces of data sets are called in the qualified names of what other connectors catalogue: a map, or a text such as"
                    + " \"file=myhost, s3://bucket=s3://bucket\". Default: each as it is."),
    RETENTION_DAYS(
            "retentionDays",
            "How long jobs, data sets and data flows are kept of which no event tells any more, in days. Default: 0, for ever."),
    RUNS_KEPT("runsKept", "How many runs of each job are remembered, from 1 to 100. Default: 10.");

    private final String wireName;
    private final String meaning;

    LineageProperty(String wireName, String meaning) {
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
