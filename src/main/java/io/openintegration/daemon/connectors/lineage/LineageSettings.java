package io.openintegration.daemon.connectors.lineage;

import io.openintegration.daemon.connectors.lineage.choice.JobChoice;
import io.openintegration.daemon.connectors.lineage.facts.FactsLimits;
import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.PropertyReader;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the configuration properties of a lineage connector ask for.
 *
 * @param choice of the events
 * @param namespaces what namespaces of data sets are called in qualified names; those that are not in it, as they are
 * @param retention how long what is no longer told of is kept; empty means for ever
 */
record LineageSettings(JobChoice choice, Map<String, String> namespaces, Optional<Duration> retention, int runsKept) {

    private static final int MOST_DAYS = 36_500;
    private static final int MOST_RUNS = 100;

    LineageSettings {
        namespaces = Map.copyOf(namespaces);
    }

    /** @throws ConnectorException {@code OPEN-LINEAGE-CONNECTORS-400-021} with all mistakes, where there are any */
    static LineageSettings of(Connection connection) {
        PropertyReader reader = new PropertyReader(connection);
        int days = reader.number(LineageProperty.RETENTION_DAYS, 0, MOST_DAYS, 0);
        LineageSettings settings = new LineageSettings(
                JobChoice.of(reader),
                namespaces(reader),
                days == 0 ? Optional.empty() : Optional.of(Duration.ofDays(days)),
                reader.number(LineageProperty.RUNS_KEPT, 1, MOST_RUNS, FactsLimits.STANDARD.runs()));
        reader.requireNoMistakes(LineageMessage.BAD_PROPERTIES);
        return settings;
    }

    FactsLimits limits() {
        FactsLimits usual = FactsLimits.STANDARD;
        return new FactsLimits(
                runsKept, usual.dataSets(), usual.jobs(), usual.facets(), usual.failedChildren(), retention);
    }

    private static Map<String, String> namespaces(PropertyReader reader) {
        Map<String, String> namespaces = new HashMap<>();
        Object value = reader.value(LineageProperty.NAMESPACES).orElse("");
        if (value instanceof Map<?, ?> map) {
            map.forEach((namespace, name) -> put(namespaces, String.valueOf(namespace), String.valueOf(name), reader));
        } else if (!value.toString().isBlank()) {
            for (String pair : value.toString().split(",", -1)) {
                int middle = pair.lastIndexOf('=');
                put(
                        namespaces,
                        middle < 0 ? pair : pair.substring(0, middle),
                        middle < 0 ? "" : pair.substring(middle + 1),
                        reader);
            }
        }
        return namespaces;
    }

    private static void put(Map<String, String> namespaces, String namespace, String name, PropertyReader reader) {
        if (namespace.isBlank() || name.isBlank()) {
            reader.mistake(LineageProperty.NAMESPACES, "has a part that is not namespace=name: " + namespace.strip());
        } else {
            namespaces.put(namespace.strip(), name.strip());
        }
    }
}
