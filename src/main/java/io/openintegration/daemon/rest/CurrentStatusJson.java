package io.openintegration.daemon.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.openintegration.daemon.configuration.ConnectorConfiguration;
import io.openintegration.daemon.runtime.ConnectorReport;
import io.openintegration.daemon.runtime.ConnectorState;
import io.openintegration.daemon.spi.ConnectorName;
import java.util.List;
import java.util.Map;

/** The status of a daemon as Egeria 6 shows it: the connectors in one list, in its words. */
final class CurrentStatusJson {

    private CurrentStatusJson() {}

    /**
     * The product has no integration groups: all connectors stand in configuration documents.
     *
     * @param texts what {@link #of} makes of each connector
     */
    static ObjectNode status(List<ConnectorReport> connectors, Map<ConnectorName, RawValue> texts) {
        ObjectNode status = Json.object();
        status.putArray("integrationGroupSummaries");
        ArrayNode reports = status.putArray("integrationConnectorReports");
        connectors.forEach(
                connector -> reports.addRawValue(texts.get(connector.slot().name())));
        return status;
    }

    static ObjectNode of(ConnectorReport report) {
        ConnectorState state = report.state();
        String id = ConnectorJson.id(report);
        ObjectNode json = Json.object()
                .put("connectorId", id)
                .put("connectorName", report.slot().name().value());
        json.set("connection", connection(report.slot().configuration()));
        json.put("connectorInstanceId", id + "/" + state.generation())
                .put("connectorStatus", state.status().name());
        return StatusJson.facts(report, json);
    }

    /**
     * Only the kind of connector: endpoint and properties are known here with their placeholders resolved, so they may
     * hold secrets.
     */
    static ObjectNode connection(ConnectorConfiguration connector) {
        ObjectNode connection = Json.object().put("class", "Connection");
        connection
                .putObject("connectorType")
                .put("class", "ConnectorType")
                .put("connectorProviderClassName", connector.connection().providerClassName());
        return connection;
    }
}
