package io.openintegration.daemon.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.runtime.DutyNotice;
import io.openintegration.daemon.runtime.DutyReport;

/** What this node does for a daemon, and which one runs its connectors. */
final class DutyJson {

    private DutyJson() {}

    static void addTo(ObjectNode json, DutyReport report) {
        json.put("duty", report.role().name()).put("dutySince", Json.date(report.since()));
        report.onDuty().ifPresent(onDuty -> json.set("onDuty", node(onDuty)));
        report.age().ifPresent(age -> json.put("statusAgeMillis", age.toMillis()));
    }

    private static ObjectNode node(DutyNotice onDuty) {
        return Json.object()
                .put("node", onDuty.node().id())
                .put("host", onDuty.node().host())
                .put("since", Json.date(onDuty.since()));
    }
}
