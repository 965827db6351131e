package io.openintegration.daemon.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.reconcile.ChangeQuery;
import io.openintegration.daemon.reconcile.NumberedChange;
import io.openintegration.daemon.runtime.RequestReceipt;
import io.openintegration.daemon.runtime.RuntimeMessage;
import io.openintegration.daemon.runtime.plan.Plan;
import io.openintegration.daemon.runtime.plan.PlanId;
import io.openintegration.daemon.runtime.plan.PlanQuery;
import io.openintegration.daemon.runtime.run.RunId;
import io.openintegration.daemon.spi.ConnectorName;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** What our own API asks about plans and undos, in the name of the current request's user. */
@Dependent
public class PlanRequests {

    @Inject
    private DaemonRequests daemons;

    @Inject
    private CurrentRequest current;

    List<Plan> list(String server, PlanQuery query) {
        return daemons.operated(server).plans().list(query);
    }

    /** @throws RejectedRequestException {@code INTEGRATION-DAEMON-SERVICES-404-003} where the plan is not known */
    Plan plan(String server, String id) {
        return daemons.operated(server)
                .plans()
                .find(DaemonRequests.id("plan", id, PlanId::of))
                .orElseThrow(() -> new RejectedRequestException(RuntimeMessage.UNKNOWN_PLAN.with(id, server)));
    }

    List<NumberedChange> changes(String server, String plan, ChangeQuery query) {
        return daemons.operated(server).plans().changes(plan(server, plan), query);
    }

    /** What a run changed, apart from what it made; see {@link DaemonRequests#run}. */
    List<NumberedChange> changesOfRun(String server, String run, ChangeQuery query) {
        return daemons.operated(server).plans().changes(daemons.run(server, run), query);
    }

    ObjectNode differences(String server, String id, int limit) {
        Plan plan = plan(server, id);
        ObjectNode json = Json.object().put("count", plan.differing());
        json.putArray("onlyInPlan");
        json.putArray("onlyNow");
        plan.replacedBy().ifPresent(now -> {
            json.put("replacedBy", now.toString());
            json.set(
                    "onlyInPlan",
                    ChangeJson.list(daemons.operated(server).plans().notIn(plan.id(), now, limit)));
            json.set("onlyNow", ChangeJson.list(daemons.operated(server).plans().notIn(now, plan.id(), limit)));
        });
        return json;
    }

    PlanId make(String server, String connector, String wait) {
        PlanId id = new PlanId(UUID.randomUUID());
        waitFor(daemons.operated(server).plan(id, new ConnectorName(connector), current.user()), wait);
        return id;
    }

    RequestReceipt apply(String server, PlanId plan, String wait) {
        return waitFor(daemons.operated(server).applyPlan(plan, current.user()), wait);
    }

    void delete(String server, String id) {
        daemons.operated(server).deletePlan(DaemonRequests.id("plan", id, PlanId::of), current.user());
    }

    RequestReceipt undo(String server, RunId run, String wait) {
        return waitFor(daemons.operated(server).undo(run, current.user()), wait);
    }

    PlanId planUndo(String server, RunId run, String wait) {
        PlanId id = new PlanId(UUID.randomUUID());
        waitFor(daemons.operated(server).planUndo(id, run, current.user()), wait);
        return id;
    }

    private static RequestReceipt waitFor(RequestReceipt receipt, String wait) {
        Waiting.on(receipt.done(), wait);
        return receipt;
    }
}
