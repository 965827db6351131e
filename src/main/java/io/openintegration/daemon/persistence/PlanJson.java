package io.openintegration.daemon.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.reconcile.ChangeCount;
import io.openintegration.daemon.reconcile.RefreshMode;
import io.openintegration.daemon.runtime.plan.Plan;
import io.openintegration.daemon.runtime.plan.PlanId;
import io.openintegration.daemon.runtime.plan.PlanOrigin;
import io.openintegration.daemon.runtime.plan.PlanState;
import io.openintegration.daemon.runtime.run.RunId;
import io.openintegration.daemon.spi.ConnectorName;
import java.time.Instant;
import java.util.UUID;

/** What of a plan nobody looks for, as JSON. */
final class PlanJson {

    private PlanJson() {}

    static String write(Plan plan) {
        ObjectNode json = PlainJson.object()
                .put("origin", plan.origin().name())
                .put("mode", plan.mode().name())
                .put("configuration", plan.configuration())
                .put("changes", plan.count().all())
                .put("written", plan.count().written())
                .put("digest", plan.count().digest())
                .put("differing", plan.differing());
        plan.requestedBy().ifPresent(user -> json.put("requestedBy", user.value()));
        plan.undoes().ifPresent(run -> json.put("undoes", run.toString()));
        plan.madeBy().ifPresent(run -> json.put("madeBy", run.toString()));
        plan.decidedBy().ifPresent(user -> json.put("decidedBy", user.value()));
        plan.appliedBy().ifPresent(run -> json.put("appliedBy", run.toString()));
        plan.replacedBy().ifPresent(other -> json.put("replacedBy", other.toString()));
        json.set("report", RunReportJson.write(plan.report()));
        return PlainJson.write(json);
    }

    static Plan read(UUID id, ConnectorName connector, PlanState state, Instant requestedAt, String story) {
        JsonNode json = PlainJson.read(story);
        return new Plan(
                new PlanId(id),
                connector,
                PlanOrigin.valueOf(json.get("origin").asText()),
                state,
                RefreshMode.valueOf(json.get("mode").asText()),
                json.get("configuration").asText(),
                PlainJson.field(json, "requestedBy", user -> new UserId(user.asText())),
                requestedAt,
                PlainJson.field(json, "undoes", run -> RunId.of(run.asText())),
                PlainJson.field(json, "madeBy", run -> RunId.of(run.asText())),
                RunReportJson.readReport(json.get("report")),
                new ChangeCount(
                        json.get("changes").asLong(),
                        json.get("written").asLong(),
                        json.get("digest").asText()),
                PlainJson.field(json, "decidedBy", user -> new UserId(user.asText())),
                PlainJson.field(json, "appliedBy", run -> RunId.of(run.asText())),
                PlainJson.field(json, "replacedBy", other -> PlanId.of(other.asText())),
                json.get("differing").asLong());
    }
}
