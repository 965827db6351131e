package io.openintegration.daemon.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.runtime.ConnectorReport;
import io.openintegration.daemon.spi.ConnectorName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The reports of connectors as JSON text in one form, kept from one question to the next: dashboards ask for a thousand connectors
 * every few seconds, and few of them have anything new to tell. Safe from any thread.
 */
final class KeptTexts {

    private final Function<ConnectorReport, ObjectNode> form;
    private final Map<ServerName, Map<ConnectorName, Kept>> daemons = new ConcurrentHashMap<>();

    private record Kept(ConnectorReport report, RawValue text) {}

    /** @param form what is told of a connector; must depend on nothing but the report */
    KeptTexts(Function<ConnectorReport, ObjectNode> form) {
        this.form = form;
    }

    /** @param reports those of all connectors of the daemon: no others are kept */
    Map<ConnectorName, RawValue> of(ServerName daemon, List<ConnectorReport> reports) {
        Map<ConnectorName, Kept> before = daemons.getOrDefault(daemon, Map.of());
        Map<ConnectorName, Kept> now = new HashMap<>();
        Map<ConnectorName, RawValue> texts = new HashMap<>();
        for (ConnectorReport report : reports) {
            ConnectorName connector = report.slot().name();
            Kept kept = before.get(connector);
            if (kept == null || !kept.report().equals(report)) {
                kept = new Kept(report, new RawValue(form.apply(report).toString()));
            }
            now.put(connector, kept);
            texts.put(connector, kept.text());
        }
        daemons.put(daemon, now);
        return texts;
    }
}
