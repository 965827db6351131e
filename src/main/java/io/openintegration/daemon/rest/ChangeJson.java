package io.openintegration.daemon.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.configuration.Secrets;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.PropertyValue;
import io.openintegration.daemon.reconcile.Difference;
import io.openintegration.daemon.reconcile.ItemChange;
import io.openintegration.daemon.reconcile.NumberedChange;
import java.util.List;

/** Changes of items in the form of our own API. What may be a secret is masked. */
final class ChangeJson {

    private ChangeJson() {}

    /** With {@code next} to go on from, where there may be more. */
    static String page(List<NumberedChange> changes) {
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray("changes");
        changes.forEach(numbered -> list.add(of(numbered.change()).put("number", numbered.number())));
        if (!changes.isEmpty()) {
            answer.put("next", changes.get(changes.size() - 1).number());
        }
        return answer.toString();
    }

    static ArrayNode list(List<ItemChange> changes) {
        ArrayNode list = Json.MAPPER.createArrayNode();
        changes.forEach(change -> list.add(of(change)));
        return list;
    }

    private static ObjectNode of(ItemChange change) {
        ObjectNode json = Json.object()
                .put("action", change.action().name())
                .put("key", Secrets.maskedInside(change.key().value()))
                .put("type", change.type().value())
                .put("qualifiedName", Secrets.maskedInside(change.name().value()));
        change.scope().ifPresent(scope -> json.put("scope", Secrets.maskedInside(scope.value())));
        change.formerScope().ifPresent(scope -> json.put("formerScope", Secrets.maskedInside(scope.value())));
        json.put("digest", change.digest());
        if (!change.differences().isEmpty()) {
            ArrayNode differences = json.putArray("differences");
            change.differences().forEach(difference -> differences.add(of(difference)));
        }
        change.reason().ifPresent(reason -> json.set("reason", FailureJson.message(reason)));
        return json;
    }

    private static ObjectNode of(Difference difference) {
        ObjectNode json = Json.object()
                .put("element", Secrets.maskedInside(difference.element().value()))
                .put("aspect", difference.aspect().name())
                .put("name", difference.name());
        difference
                .other()
                .ifPresent(end ->
                        json.put("other", Secrets.maskedInside(end.element().value())));
        difference.before().ifPresent(values -> json.set("before", values(values)));
        difference.after().ifPresent(values -> json.set("after", values(values)));
        return json;
    }

    private static ObjectNode values(ElementProperties properties) {
        ObjectNode json = Json.object();
        properties.values().forEach((name, value) -> {
            if (Secrets.named(name)) {
                json.put(name, Secrets.MASK);
            } else {
                put(json, name, value);
            }
        });
        return json;
    }

    private static void put(ObjectNode json, String name, PropertyValue value) {
        if (value instanceof PropertyValue.Text text) {
            json.put(name, Secrets.maskedInside(text.value()));
        } else if (value instanceof PropertyValue.IntNumber number) {
            json.put(name, number.value());
        } else if (value instanceof PropertyValue.LongNumber number) {
            json.put(name, number.value());
        } else if (value instanceof PropertyValue.DecimalNumber number) {
            json.put(name, Double.toString(number.value()));
        } else if (value instanceof PropertyValue.Flag flag) {
            json.put(name, flag.value());
        } else if (value instanceof PropertyValue.Date date) {
            json.put(name, Json.date(date.value()));
        } else if (value instanceof PropertyValue.Choice choice) {
            json.put(name, choice.symbolicName());
        } else if (value instanceof PropertyValue.TextList list) {
            ArrayNode texts = json.putArray(name);
            list.values().forEach(text -> texts.add(Secrets.maskedInside(text)));
        } else if (value instanceof PropertyValue.TextMap map) {
            ObjectNode texts = json.putObject(name);
            map.values()
                    .forEach((key, text) ->
                            texts.put(key, Secrets.named(key) ? Secrets.MASK : Secrets.maskedInside(text)));
        }
    }
}
