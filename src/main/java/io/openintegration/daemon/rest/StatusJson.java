package io.openintegration.daemon.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.openintegration.daemon.reconcile.ReconcileReport;
import io.openintegration.daemon.runtime.ConnectorReport;
import io.openintegration.daemon.runtime.ConnectorState;
import io.openintegration.daemon.runtime.ServiceReport;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.IntegrationService;
import java.util.List;
import java.util.Map;

/** The status of a daemon as the operator's guide shows it. */
final class StatusJson {

    private StatusJson() {}

    /**
     * The summaries stand at the top, where the guide has them, and nested, where clients of Egeria 4 and 5 look.
     *
     * @param texts what {@link #connector} makes of each connector
     */
    static ObjectNode status(List<ServiceReport> services, Map<ConnectorName, RawValue> texts) {
        ObjectNode answer = EgeriaAnswer.ok("IntegrationDaemonStatusResponse");
        ArrayNode summaries = summaries(services, texts);
        answer.set("integrationServiceSummaries", summaries);
        ObjectNode nested = answer.putObject("integrationDaemonStatus");
        nested.set("integrationServiceSummaries", summaries);
        nested.putArray("integrationGroupSummaries");
        return answer;
    }

    static ArrayNode summaries(List<ServiceReport> services, Map<ConnectorName, RawValue> texts) {
        ArrayNode summaries = Json.MAPPER.createArrayNode();
        services.forEach(service -> summaries.add(summary(service, texts)));
        return summaries;
    }

    private static ObjectNode summary(ServiceReport report, Map<ConnectorName, RawValue> texts) {
        IntegrationService service = report.service();
        ObjectNode summary = Json.object()
                .put("integrationServiceId", service.id())
                .put("integrationServiceFullName", service.fullName())
                .put("integrationServiceURLMarker", service.urlMarker())
                .put("integrationServiceDescription", service.description())
                .put("integrationServiceWiki", service.wiki());
        ArrayNode connectors = summary.putArray("integrationConnectorReports");
        report.connectors()
                .forEach(connector ->
                        connectors.addRawValue(texts.get(connector.slot().name())));
        return summary;
    }

    static ObjectNode connector(ConnectorReport report) {
        return facts(
                report,
                Json.object()
                        .put("connectorName", report.slot().name().value())
                        .put(
                                "connectorStatus",
                                report.state().status().inTheGuide().name()));
    }

    /** Adds what the reports of all generations say in the same way. */
    static ObjectNode facts(ConnectorReport report, ObjectNode json) {
        ConnectorState state = report.state();
        json.put("lastStatusChange", Json.date(state.lastStatusChange()));
        state.lastRefreshTime().ifPresent(time -> json.put("lastRefreshTime", Json.date(time)));
        json.put(
                "minMinutesBetweenRefresh",
                report.slot().configuration().refreshInterval().toMinutes());
        state.failure()
                .ifPresent(failure ->
                        json.put("failingExceptionMessage", failure.message().toString()));
        state.successes().end().ifPresent(end -> json.put("lastSuccessfulRefresh", Json.date(end)));
        state.lastSuccess().ifPresent(last -> json.set("statistics", statistics(last.report())));
        return json;
    }

    private static ObjectNode statistics(ReconcileReport last) {
        return Json.object()
                .put("created", last.created() + last.restored())
                .put("updated", last.updated())
                .put("removed", last.removed())
                .put("unchanged", last.unchanged())
                .put("problems", last.problemCount());
    }
}
