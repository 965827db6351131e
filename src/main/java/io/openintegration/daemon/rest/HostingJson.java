package io.openintegration.daemon.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.configuration.HostingPolicy;
import io.openintegration.daemon.configuration.OperationDeadlines;
import io.openintegration.daemon.configuration.RefreshSchedule;
import io.openintegration.daemon.configuration.RemovalLimits;

/** How the daemon treats a connector, in the fields of a document; what a service or the daemon says is in it. */
final class HostingJson {

    private HostingJson() {}

    static void addTo(ObjectNode connector, HostingPolicy policy) {
        RefreshSchedule schedule = policy.schedule();
        connector.put("refreshTimeInterval", schedule.interval().toMinutes());
        schedule.cron().ifPresent(cron -> connector
                .put("refreshSchedule", cron.expression().toString())
                .put("refreshTimeZone", cron.zone().getId()));
        schedule.startDate().ifPresent(date -> connector.put("startDate", Json.date(date)));
        schedule.shutdownDate().ifPresent(date -> connector.put("connectorShutdownDate", Json.date(date)));
        connector.put("restartPolicy", policy.restartPolicy().name());
        policy.approval()
                .changesAbove()
                .ifPresent(most -> connector.putObject("approval").put("changesAbove", most));
        policy.comparison()
                .interval()
                .ifPresent(interval -> connector.put("fullComparisonInterval", interval.toString()));
        connector.set("operationDeadlines", of(policy.deadlines()));
        connector.set("removal", of(policy.removal().limits()));
    }

    private static ObjectNode of(RemovalLimits limits) {
        return Json.object()
                .put("maximumShare", limits.maximumShare())
                .put("minimumItems", limits.minimumItems())
                .put("minimumAgeMinutes", limits.minimumAge().toMinutes());
    }

    private static ObjectNode of(OperationDeadlines deadlines) {
        ObjectNode json = Json.object()
                .put("initialize", deadlines.initialize().toString())
                .put("start", deadlines.start().toString())
                .put("refresh", deadlines.refresh().toString());
        deadlines.heartbeat().ifPresent(longest -> json.put("heartbeat", longest.toString()));
        return json;
    }
}
