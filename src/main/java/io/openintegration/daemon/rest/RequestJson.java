package io.openintegration.daemon.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.runtime.Errand;
import io.openintegration.daemon.runtime.RequestReceipt;
import io.openintegration.daemon.runtime.TargetState;
import io.openintegration.daemon.spi.ConnectorName;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Requests for work in the form of our own API, with the URLs under which more is to be had. */
final class RequestJson {

    private static final String SERVERS = "api/v1/servers/{server}/";

    private final ServerName daemon;
    private final UriInfo uri;

    RequestJson(ServerName daemon, UriInfo uri) {
        this.daemon = daemon;
        this.uri = uri;
    }

    /** Answers a request: 200 where its work has ended, 202 where it goes on, in both cases with the URL to ask again. */
    Response answer(RequestReceipt receipt) {
        ObjectNode json = of(receipt);
        return Response.status(json.path("completed").asBoolean() ? Response.Status.OK : Response.Status.ACCEPTED)
                .location(uri.getBaseUriBuilder()
                        .path(SERVERS + "requests/{request}")
                        .build(daemon, receipt.id()))
                .entity(json.toString())
                .build();
    }

    ObjectNode of(RequestReceipt receipt) {
        ObjectNode json = Json.object()
                .put("id", receipt.id().toString())
                .put("kind", receipt.kind().name())
                .put("requestedBy", receipt.requestedBy().value())
                .put("requestedAt", Json.date(receipt.requestedAt()))
                .put("completed", receipt.done().isDone());
        if (receipt.kind() == RequestReceipt.Kind.UNDO) {
            // else the next refresh would do again what is undone
            json.put("targetState", TargetState.PAUSED.name());
        }
        json.set("skipped", RunJson.messages(receipt.skipped()));
        ArrayNode parts = json.putArray("parts");
        receipt.parts().forEach((connector, work) -> parts.add(part(connector, work)));
        return json;
    }

    private ObjectNode part(ConnectorName connector, Errand work) {
        ObjectNode json =
                Json.object().put("connector", connector.value()).put("state", work.isDone() ? "COMPLETED" : "PENDING");
        work.run().ifPresent(run -> json.put("runId", run.toString())
                .put(
                        "runLocation",
                        uri.getBaseUriBuilder()
                                .path(SERVERS + "runs/{run}")
                                .build(daemon, run)
                                .toString()));
        return json;
    }
}
