package io.openintegration.daemon.connectors.lineage;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** The configuration properties of the lineage connectors. */
enum LineageProperty {
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

    /** As documents spell it. */
    String wireName() {
        return wireName;
    }

    /** All, each with a sentence for operators. */
    static Map<String, String> described() {
        return Arrays.stream(values())
                .collect(Collectors.toMap(LineageProperty::wireName, property -> property.meaning));
    }
}
