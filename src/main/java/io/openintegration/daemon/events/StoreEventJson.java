package io.openintegration.daemon.events;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.metadata.StoreEvent;

/** A change event in JSON, the same for listeners over HTTP and subscribers of a topic (docs/store-api.md, "What changes"). */
public final class StoreEventJson {

    private StoreEventJson() {}

    public static ObjectNode of(StoreEvent event) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("time", event.time().toEpochMilli())
                .put("type", event.kind().name())
                .put("guid", event.guid().value())
                .put("typeName", event.type().value())
                .put("version", event.version())
                .put("user", event.user().value());
        event.name().ifPresent(name -> json.put("qualifiedName", name.value()));
        event.classification().ifPresent(name -> json.put("classification", name.value()));
        event.ends().ifPresent(ends -> json.put("end1", ends.end1().value())
                .put("end2", ends.end2().value()));
        return json;
    }
}
