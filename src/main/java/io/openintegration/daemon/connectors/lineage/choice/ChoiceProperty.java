package io.openintegration.daemon.connectors.lineage.choice;

import io.openintegration.daemon.spi.ConnectorProperty;
import java.util.Map;
import java.util.stream.Stream;

/** The configuration properties that choose among events, of every lineage connector. */
public enum ChoiceProperty implements ConnectorProperty {
    INCLUDE_JOBS("includeJobs", "Jobs whose events are asked for: a list of globs, of the job's name. Default: all."),
    EXCLUDE_JOBS("excludeJobs", "Jobs whose events are left out, although included: a list of globs. Default: none."),
    INCLUDE_NAMESPACES(
            "includeNamespaces",
            "Namespaces of the jobs whose events are asked for: a list of globs. Where an event is of a data set alone, that of the data set"
                    + " counts. Default: all."),
    EXCLUDE_NAMESPACES(
            "excludeNamespaces",
            "Namespaces of the jobs whose events are left out, although included: a list of globs. Default: none.");

    private final String wireName;
    private final String meaning;

    ChoiceProperty(String wireName, String meaning) {
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

    /** All, and those of the connector's own, each with a sentence for operators. */
    public static Map<String, String> describedWith(ConnectorProperty... own) {
        return ConnectorProperty.described(
                Stream.concat(Stream.of(values()), Stream.of(own)).toList());
    }
}
