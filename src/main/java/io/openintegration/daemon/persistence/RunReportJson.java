package io.openintegration.daemon.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.reconcile.ReconcileReport;
import io.openintegration.daemon.runtime.LastRefresh;
import io.openintegration.daemon.runtime.run.RunId;
import io.openintegration.daemon.runtime.run.RunOutcome;
import io.openintegration.daemon.runtime.run.RunReport;
import io.openintegration.daemon.runtime.run.RunTrigger;
import io.openintegration.daemon.spi.ConnectorName;
import java.time.Duration;

/** Refreshes as JSON. */
final class RunReportJson {

    private RunReportJson() {}

    static ObjectNode write(RunReport run) {
        ObjectNode json = PlainJson.object()
                .put("id", run.id().toString())
                .put("trigger", run.trigger().name())
                .put("begin", run.begin().toString())
                .put("outcome", run.outcome().name());
        run.requestedBy().ifPresent(user -> json.put("requestedBy", user.value()));
        run.end().ifPresent(time -> json.put("end", time.toString()));
        run.failure().ifPresent(failure -> json.set("failure", MessageJson.write(failure)));
        json.set("report", write(run.report()));
        return json;
    }

    static RunReport readRun(ConnectorName connector, JsonNode json) {
        return new RunReport(
                RunId.of(json.get("id").asText()),
                connector,
                RunTrigger.valueOf(json.get("trigger").asText()),
                PlainJson.field(json, "requestedBy", user -> new UserId(user.asText())),
                PlainJson.instant(json.get("begin")),
                PlainJson.time(json, "end"),
                RunOutcome.valueOf(json.get("outcome").asText()),
                readReport(json.get("report")),
                PlainJson.field(json, "failure", MessageJson::readFailure));
    }

    static ObjectNode write(LastRefresh last) {
        return PlainJson.object()
                .put("run", last.run().toString())
                .put("end", last.end().toString())
                .put("took", last.took().toString())
                .set("report", write(last.report()));
    }

    static LastRefresh readLast(JsonNode json) {
        return new LastRefresh(
                RunId.of(json.get("run").asText()),
                PlainJson.instant(json.get("end")),
                Duration.parse(json.get("took").asText()),
                readReport(json.get("report")));
    }

    static ObjectNode write(ReconcileReport report) {
        return PlainJson.object()
                .put("created", report.created())
                .put("updated", report.updated())
                .put("removed", report.removed())
                .put("restored", report.restored())
                .put("unchanged", report.unchanged())
                .put("heldBack", report.heldBack())
                .put("problemCount", report.problemCount())
                .set("problems", MessageJson.write(report.problems()));
    }

    static ReconcileReport readReport(JsonNode json) {
        return new ReconcileReport(
                json.get("created").asInt(),
                json.get("updated").asInt(),
                json.get("removed").asInt(),
                json.get("restored").asInt(),
                json.get("unchanged").asInt(),
                json.path("heldBack").asInt(),
                MessageJson.readAll(json.get("problems")),
                json.get("problemCount").asInt());
    }
}
