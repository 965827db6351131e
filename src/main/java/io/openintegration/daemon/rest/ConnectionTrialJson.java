package io.openintegration.daemon.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.runtime.ConnectionTrial;
import io.openintegration.daemon.spi.ConnectionTestStep;

/** What came of trying a connection, as {@code /api/v1} tells it. */
final class ConnectionTrialJson {

    private ConnectionTrialJson() {}

    static ObjectNode of(String connector, ConnectionTrial trial) {
        ObjectNode json = Json.object()
                .put("connector", connector)
                .put("passed", trial.passed())
                .put("finished", trial.finished());
        ArrayNode steps = json.putArray("steps");
        trial.steps().forEach(step -> step(steps.addObject(), step));
        return json;
    }

    private static void step(ObjectNode json, ConnectionTestStep step) {
        json.put("kind", step.kind().name())
                .put("subject", step.subject())
                .put("outcome", step.outcome().name())
                .put("tookMillis", step.took().toMillis());
        step.message().ifPresent(message -> json.put("messageId", message.id())
                .put("message", message.text())
                .put("whatToDo", message.definition().text().userAction()));
    }
}
