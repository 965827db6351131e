package io.openintegration.daemon.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.configuration.ServerType;
import io.openintegration.daemon.platform.ServerStatus;

/** What is known of a named server. */
final class ServerJson {

    private ServerJson() {}

    /** Egeria's platform services: what the server was doing since the platform started, added to an answer. */
    static ObjectNode history(ServerStatus status, ObjectNode answer) {
        answer.put("serverName", status.name().value());
        status.type().ifPresent(type -> answer.put("serverType", type.displayName()));
        answer.put("active", status.isActive());
        status.startTime().ifPresent(time -> answer.put("serverStartTime", Json.date(time)));
        status.endTime().ifPresent(time -> answer.put("serverEndTime", Json.date(time)));
        answer.set("serverHistory", runs(status));
        return answer;
    }

    /** Egeria's server operations: what the server is doing, service by service. */
    static ObjectNode services(ServerStatus status) {
        ObjectNode json = Json.object().put("serverName", status.name().value());
        status.type().ifPresent(type -> json.put("serverType", type.displayName()));
        json.put("serverActiveStatus", status.activeStatus().name());
        ArrayNode services = json.putArray("services");
        status.services().forEach(service -> services.addObject()
                .put("serviceName", service)
                .put("serviceStatus", status.activeStatus().name()));
        return json;
    }

    /** The form of our own API. */
    static ObjectNode own(ServerStatus status) {
        ObjectNode json = Json.object().put("name", status.name().value());
        status.type().map(ServerType::displayName).ifPresent(type -> json.put("type", type));
        json.put("active", status.isActive())
                .put("status", status.activeStatus().name());
        status.startTime().ifPresent(time -> json.put("startTime", Json.date(time)));
        status.endTime().ifPresent(time -> json.put("endTime", Json.date(time)));
        ArrayNode services = json.putArray("services");
        status.services().forEach(services::add);
        return json;
    }

    static ArrayNode runs(ServerStatus status) {
        ArrayNode runs = Json.MAPPER.createArrayNode();
        status.runs().forEach(run -> {
            ObjectNode entry = runs.addObject().put("startTime", Json.date(run.start()));
            run.end().ifPresent(end -> entry.put("endTime", Json.date(end)));
        });
        return runs;
    }
}
