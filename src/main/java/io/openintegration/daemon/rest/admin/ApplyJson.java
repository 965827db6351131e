package io.openintegration.daemon.rest.admin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.platform.ServerApplyReport;
import io.openintegration.daemon.rest.Json;
import io.openintegration.daemon.rest.Waiting;
import io.openintegration.daemon.runtime.ApplyReport;
import io.openintegration.daemon.spi.ConnectorName;
import java.util.List;

/** What came of applying a configuration. */
final class ApplyJson {

    private ApplyJson() {}

    /** Waits for the connectors as long as the caller wants to ({@link Waiting}), then tells what became of them. */
    static ObjectNode of(ServerApplyReport report, String wait) {
        ApplyReport connectors = report.connectors();
        Waiting.on(connectors.done(), wait);
        ObjectNode json = Json.object().put("active", report.active());
        names(json.putArray("inForce"), report.inForce());
        names(json.putArray("atRestart"), report.atRestart());
        ObjectNode lists = json.putObject("connectors");
        connectors(lists.putArray("started"), connectors.started());
        connectors(lists.putArray("restarted"), connectors.restarted());
        connectors(lists.putArray("rescheduled"), connectors.rescheduled());
        connectors(lists.putArray("stopped"), connectors.stopped());
        connectors(lists.putArray("unchanged"), connectors.unchanged());
        return json.put("completed", connectors.done().isDone());
    }

    private static void connectors(ArrayNode list, List<ConnectorName> connectors) {
        names(list, connectors.stream().map(ConnectorName::value).toList());
    }

    private static void names(ArrayNode list, List<String> names) {
        names.forEach(list::add);
    }
}
