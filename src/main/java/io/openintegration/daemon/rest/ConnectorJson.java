package io.openintegration.daemon.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.configuration.ConnectorConfiguration;
import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.reconcile.ReconcileReport;
import io.openintegration.daemon.runtime.ConnectorReport;
import io.openintegration.daemon.runtime.ConnectorSlot;
import io.openintegration.daemon.runtime.ConnectorState;
import io.openintegration.daemon.runtime.run.Failure;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** All that is known of a connector, in the form of our own API. Of its connection only what can be no secret. */
final class ConnectorJson {

    private ConnectorJson() {}

    /** The id that its document gives; else one made of its names, the same as long as these are. */
    static String id(ConnectorReport report) {
        ConnectorSlot slot = report.slot();
        return slot.configuration().id().orElseGet(() -> UUID.nameUUIDFromBytes(
                        (slot.daemon() + "\n" + slot.name()).getBytes(StandardCharsets.UTF_8))
                .toString());
    }

    static ObjectNode of(ConnectorReport report) {
        ConnectorSlot slot = report.slot();
        ConnectorState state = report.state();
        ObjectNode json = Json.object()
                .put("id", id(report))
                .put("name", slot.name().value())
                .put("integrationService", slot.service().urlMarker())
                .put("status", state.status().name())
                .put("generation", state.generation())
                .put("lastStatusChange", Json.date(state.lastStatusChange()));
        state.lastRefreshTime().ifPresent(time -> json.put("lastRefreshTime", Json.date(time)));
        state.lastSuccess().ifPresent(last -> json.put("lastSuccessfulRefresh", Json.date(last.end()))
                .put("lastRefreshMillis", last.took().toMillis())
                .set("lastRefresh", refresh(last.report())));
        state.failure().ifPresent(failure -> json.set("failure", failure(failure)));
        json.set("configuration", configuration(slot));
        return json;
    }

    private static ObjectNode configuration(ConnectorSlot slot) {
        ConnectorConfiguration configuration = slot.configuration();
        ObjectNode json = Json.object()
                .put("connectorProviderClassName", configuration.connection().providerClassName())
                .put("connectorUserId", configuration.user().value())
                .put("usesBlockingCalls", configuration.usesBlockingCalls())
                .put(
                        "permittedSynchronization",
                        configuration.permittedSynchronization().name())
                .put("omagserverPlatformRootURL", slot.metadataServer().platformUrl())
                .put("omagserverName", slot.metadataServer().server().value());
        HostingJson.addTo(json, configuration.hosting());
        configuration.metadataSource().ifPresent(source -> json.put("metadataSourceQualifiedName", source.value()));
        return json;
    }

    private static ObjectNode refresh(ReconcileReport last) {
        ObjectNode json = Json.object()
                .put("created", last.created())
                .put("restored", last.restored())
                .put("updated", last.updated())
                .put("removed", last.removed())
                .put("unchanged", last.unchanged())
                .put("problemCount", last.problemCount());
        last.problems().forEach(problem -> json.withArray("problems").add(message(problem)));
        return json;
    }

    private static ObjectNode failure(Failure failure) {
        return message(failure.message())
                .put("origin", failure.origin().name())
                .put("userAction", failure.message().definition().text().userAction());
    }

    static ObjectNode message(Message message) {
        return Json.object().put("messageId", message.id()).put("message", message.text());
    }
}
