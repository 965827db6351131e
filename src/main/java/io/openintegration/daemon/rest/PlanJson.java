package io.openintegration.daemon.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.runtime.plan.Plan;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** Plans in the form of our own API. */
final class PlanJson {

    private PlanJson() {}

    /** Answers a request for a plan: 200 where it is made, 202 where that goes on, in both cases with its URL. */
    static Response answer(Plan plan, ServerName daemon, UriInfo uri) {
        return Response.status(plan.state().isOpen() ? Response.Status.ACCEPTED : Response.Status.OK)
                .location(uri.getBaseUriBuilder()
                        .path("api/v1/servers/{server}/plans/{plan}")
                        .build(daemon, plan.id()))
                .entity(of(plan).toString())
                .build();
    }

    static String list(List<Plan> plans) {
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray("plans");
        plans.forEach(plan -> list.add(json(plan, RunJson.counts(plan.report()))));
        return answer.toString();
    }

    static ObjectNode of(Plan plan) {
        return json(plan, RunJson.whole(plan.report()));
    }

    private static ObjectNode json(Plan plan, ObjectNode report) {
        ObjectNode json = Json.object()
                .put("id", plan.id().toString())
                .put("connector", plan.connector().value())
                .put("origin", plan.origin().name())
                .put("state", plan.state().name());
        plan.requestedBy().ifPresent(user -> json.put("requestedBy", user.value()));
        json.put("requestedAt", Json.date(plan.requestedAt()));
        plan.undoes().ifPresent(run -> json.put("undoes", run.toString()));
        plan.madeBy().ifPresent(run -> json.put("madeBy", run.toString()));
        json.put("changeCount", plan.count().written()).set("report", report);
        plan.decidedBy().ifPresent(user -> json.put("decidedBy", user.value()));
        plan.appliedBy().ifPresent(run -> json.put("appliedBy", run.toString()));
        plan.replacedBy()
                .ifPresent(other -> json.put("replacedBy", other.toString()).put("differenceCount", plan.differing()));
        return json;
    }
}
