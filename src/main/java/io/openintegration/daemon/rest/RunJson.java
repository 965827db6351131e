package io.openintegration.daemon.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.reconcile.ReconcileReport;
import io.openintegration.daemon.runtime.run.RunReport;
import java.util.List;

/** Refreshes in the form of our own API. */
final class RunJson {

    private RunJson() {}

    /** All that is known of one. */
    static ObjectNode of(RunReport run) {
        return run(run, whole(run.report()));
    }

    /** The same without the texts of its problems: in a list they would be many. */
    static ObjectNode summary(RunReport run) {
        return run(run, counts(run.report()));
    }

    static String list(List<RunReport> runs) {
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray("runs");
        runs.forEach(run -> list.add(summary(run)));
        return answer.toString();
    }

    /** What a refresh did, with its problems. */
    static ObjectNode whole(ReconcileReport report) {
        ObjectNode json = counts(report);
        if (!report.problems().isEmpty()) {
            json.set("problems", messages(report.problems()));
        }
        return json;
    }

    static ArrayNode messages(List<Message> messages) {
        ArrayNode list = Json.MAPPER.createArrayNode();
        messages.forEach(message -> list.add(FailureJson.message(message)));
        return list;
    }

    private static ObjectNode run(RunReport run, ObjectNode report) {
        ObjectNode json = Json.object()
                .put("id", run.id().toString())
                .put("connector", run.connector().value())
                .put("trigger", run.trigger().name());
        run.requestedBy().ifPresent(user -> json.put("requestedBy", user.value()));
        json.put("begin", Json.date(run.begin()));
        run.end().ifPresent(end -> json.put("end", Json.date(end)));
        run.duration().ifPresent(took -> json.put("durationMillis", took.toMillis()));
        json.put("outcome", run.outcome().name()).set("report", report);
        run.failure().ifPresent(failure -> json.set("failure", FailureJson.of(failure)));
        return json;
    }

    static ObjectNode counts(ReconcileReport report) {
        return Json.object()
                .put("created", report.created())
                .put("restored", report.restored())
                .put("updated", report.updated())
                .put("removed", report.removed())
                .put("unchanged", report.unchanged())
                .put("heldBack", report.heldBack())
                .put("problemCount", report.problemCount());
    }
}
