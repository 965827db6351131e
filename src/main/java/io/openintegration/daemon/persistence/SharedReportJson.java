package io.openintegration.daemon.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.runtime.ConnectorState;
import io.openintegration.daemon.runtime.ConnectorStatus;
import io.openintegration.daemon.runtime.LastRefresh;
import io.openintegration.daemon.runtime.SharedReport;
import io.openintegration.daemon.runtime.Stuck;
import io.openintegration.daemon.runtime.Successes;
import io.openintegration.daemon.runtime.TargetState;
import io.openintegration.daemon.runtime.Trouble;
import io.openintegration.daemon.spi.ConnectorName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What nodes tell each other of a connector, as JSON. */
final class SharedReportJson {

    private SharedReportJson() {}

    static String write(SharedReport report) {
        ObjectNode json = PlainJson.object().put("target", report.target().name());
        json.set("state", write(report.state()));
        report.nextRefresh().ifPresent(time -> json.put("nextRefresh", time.toString()));
        report.run().ifPresent(run -> json.set("run", RunReportJson.write(run)));
        return PlainJson.write(json);
    }

    static SharedReport read(ConnectorName connector, String text) {
        JsonNode json = PlainJson.read(text);
        return new SharedReport(
                connector,
                readState(json.get("state")),
                TargetState.valueOf(json.get("target").asText()),
                PlainJson.time(json, "nextRefresh"),
                PlainJson.field(json, "run", run -> RunReportJson.readRun(connector, run)));
    }

    private static ObjectNode write(ConnectorState state) {
        ObjectNode json = PlainJson.object()
                .put("generation", state.generation())
                .put("status", state.status().name())
                .put("lastStatusChange", state.lastStatusChange().toString());
        state.lastRefreshTime().ifPresent(time -> json.put("lastRefreshTime", time.toString()));
        state.successes().complete().ifPresent(last -> json.set("lastSuccess", RunReportJson.write(last)));
        state.successes().latest().ifPresent(last -> json.set("latestSuccess", RunReportJson.write(last)));
        state.failure().ifPresent(failure -> json.set("failure", MessageJson.write(failure)));
        state.trouble().ifPresent(trouble -> json.set("trouble", write(trouble)));
        state.stuck().ifPresent(stuck -> json.set("stuck", write(stuck)));
        return json;
    }

    private static ConnectorState readState(JsonNode json) {
        return new ConnectorState(
                json.get("generation").asLong(),
                ConnectorStatus.valueOf(json.get("status").asText()),
                PlainJson.instant(json.get("lastStatusChange")),
                PlainJson.time(json, "lastRefreshTime"),
                readSuccesses(json),
                PlainJson.field(json, "failure", MessageJson::readFailure),
                PlainJson.field(json, "trouble", SharedReportJson::readTrouble),
                PlainJson.field(json, "stuck", SharedReportJson::readStuck));
    }

    /** Nodes of earlier versions tell of one alone. */
    private static Successes readSuccesses(JsonNode json) {
        Optional<LastRefresh> complete = PlainJson.field(json, "lastSuccess", RunReportJson::readLast);
        return new Successes(
                complete,
                PlainJson.field(json, "latestSuccess", RunReportJson::readLast).or(() -> complete));
    }

    private static ObjectNode write(Trouble trouble) {
        ObjectNode json =
                PlainJson.object().put("since", trouble.since().toString()).put("attempts", trouble.attempts());
        trouble.nextAttempt().ifPresent(time -> json.put("nextAttempt", time.toString()));
        return json.set("firstCause", MessageJson.write(trouble.firstCause()));
    }

    private static Trouble readTrouble(JsonNode json) {
        return new Trouble(
                PlainJson.instant(json.get("since")),
                MessageJson.readFailure(json.get("firstCause")),
                json.get("attempts").asInt(),
                PlainJson.time(json, "nextAttempt"));
    }

    private static ObjectNode write(Stuck stuck) {
        ObjectNode json = PlainJson.object()
                .put("method", stuck.method())
                .put("since", stuck.since().toString());
        ArrayNode stack = json.putArray("stack");
        stuck.stack().forEach(stack::add);
        return json;
    }

    private static Stuck readStuck(JsonNode json) {
        List<String> stack = new ArrayList<>();
        json.get("stack").forEach(frame -> stack.add(frame.asText()));
        return new Stuck(json.get("method").asText(), PlainJson.instant(json.get("since")), stack);
    }
}
