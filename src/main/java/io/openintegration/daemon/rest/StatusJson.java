package io.openintegration.daemon.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.runtime.ConnectorReport;
import io.openintegration.daemon.runtime.ConnectorState;
import io.openintegration.daemon.runtime.ServiceReport;
import io.openintegration.daemon.spi.IntegrationService;
import java.util.List;

/** The status of a daemon as the operator's guide shows it. */
final class StatusJson {

    private StatusJson() {}

    /**
     * The summaries stand at the top, where the guide has them, and nested, where clients of Egeria 4 and 5 look.
     */
    static ObjectNode status(List<ServiceReport> services) {
        ObjectNode answer = EgeriaAnswer.ok("IntegrationDaemonStatusResponse");
        ArrayNode summaries = answer.putArray("integrationServiceSummaries");
        services.forEach(service -> summaries.add(summary(service)));
        answer.putObject("integrationDaemonStatus").set("integrationServiceSummaries", summaries.deepCopy());
        return answer;
    }

    private static ObjectNode summary(ServiceReport report) {
        IntegrationService service = report.service();
        ObjectNode summary = Json.object()
                .put("integrationServiceId", service.id())
                .put("integrationServiceFullName", service.fullName())
                .put("integrationServiceURLMarker", service.urlMarker())
                .put("integrationServiceDescription", service.description())
                .put("integrationServiceWiki", service.wiki());
        ArrayNode connectors = summary.putArray("integrationConnectorReports");
        report.connectors().forEach(connector -> connectors.add(connector(connector)));
        return summary;
    }

    private static ObjectNode connector(ConnectorReport report) {
        ConnectorState state = report.state();
        ObjectNode json = Json.object()
                .put("connectorName", report.slot().name().value())
                .put("connectorStatus", state.status().inTheGuide().name())
                .put("lastStatusChange", Json.date(state.lastStatusChange()));
        state.lastRefreshTime().ifPresent(time -> json.put("lastRefreshTime", Json.date(time)));
        json.put(
                "minMinutesBetweenRefresh",
                report.slot().configuration().refreshInterval().toMinutes());
        state.failure()
                .ifPresent(failure ->
                        json.put("failingExceptionMessage", failure.message().toString()));
        state.lastSuccess().ifPresent(time -> json.put("lastSuccessfulRefresh", Json.date(time)));
        state.lastReport().ifPresent(last -> json.putObject("statistics")
                .put("created", last.created() + last.restored())
                .put("updated", last.updated())
                .put("removed", last.removed())
                .put("unchanged", last.unchanged())
                .put("problems", last.problemCount()));
        return json;
    }
}
