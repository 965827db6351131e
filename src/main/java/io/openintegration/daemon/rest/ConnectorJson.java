package io.openintegration.daemon.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.configuration.ConnectorConfiguration;
import io.openintegration.daemon.configuration.RemovalPolicy;
import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.runtime.ConnectorReport;
import io.openintegration.daemon.runtime.ConnectorSlot;
import io.openintegration.daemon.runtime.ConnectorState;
import io.openintegration.daemon.runtime.LastRefresh;
import io.openintegration.daemon.runtime.Stuck;
import io.openintegration.daemon.runtime.Trouble;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** All that is known of a connector, in the form of our own API. Of its connection only what can be no secret. */
final class ConnectorJson {

    /** Of what was left out, so much is shown with the connector; the last refresh has more. */
    private static final int PARTS_SHOWN = 10;

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
                .put("targetState", report.target().name())
                .put("explanation", Explanation.of(report))
                .put("generation", state.generation())
                .put("lastStatusChange", Json.date(state.lastStatusChange()));
        state.lastRefreshTime().ifPresent(time -> json.put("lastRefreshTime", Json.date(time)));
        report.nextRefresh().ifPresent(time -> json.put("nextRefresh", Json.date(time)));
        report.run().ifPresent(run -> json.set("run", RunJson.summary(run)));
        state.stuck().ifPresent(stuck -> json.set("stuck", stuck(stuck)));
        state.failure().ifPresent(failure -> json.set("failure", FailureJson.of(failure)));
        state.trouble().ifPresent(trouble -> json.set("trouble", trouble(trouble)));
        state.lastSuccess().filter(last -> state.isDegraded()).ifPresent(last -> json.set("degraded", degraded(last)));
        state.successes().latest().ifPresent(latest -> json.put("lastSuccessfulRefresh", Json.date(latest.end()))
                .put("lastSuccessfulRunId", latest.run().toString()));
        state.lastSuccess()
                .ifPresent(last -> json.put("lastRefreshMillis", last.took().toMillis())
                        .set("lastRefresh", RunJson.whole(last.report())));
        json.set("configuration", configuration(slot));
        return json;
    }

    private static ObjectNode stuck(Stuck stuck) {
        ObjectNode json = Json.object().put("method", stuck.method()).put("since", Json.date(stuck.since()));
        stuck.stack().forEach(json.putArray("stack")::add);
        return json;
    }

    private static ObjectNode trouble(Trouble trouble) {
        ObjectNode json = Json.object().put("since", Json.date(trouble.since()));
        json.set("firstCause", FailureJson.of(trouble.firstCause()));
        json.put("attempts", trouble.attempts());
        trouble.nextAttempt().ifPresent(time -> json.put("nextAttempt", Json.date(time)));
        return json;
    }

    private static ObjectNode degraded(LastRefresh last) {
        List<Message> problems = last.report().problems();
        return Json.object()
                .put("reportedAt", Json.date(last.end()))
                .put("runId", last.run().toString())
                .put("heldBack", last.report().heldBack())
                .put("problemCount", last.report().problemCount())
                .set(
                        "problems",
                        RunJson.messages(problems.stream().limit(PARTS_SHOWN).toList()));
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
        RemovalPolicy removal = configuration.hosting().removal();
        json.withObject("/removal")
                .put("allowCatalogDelete", removal.allowed())
                .put("deleteMethod", removal.method().name());
        configuration.metadataSource().ifPresent(source -> json.put("metadataSourceQualifiedName", source.value()));
        return json;
    }
}
