package io.openintegration.daemon.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.reconcile.Difference;
import io.openintegration.daemon.reconcile.ItemChange;
import io.openintegration.daemon.reconcile.LedgerEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a change has beyond the columns of its row: differences, ledger entry, reason. */
final class ItemChangeJson {

    private ItemChangeJson() {}

    static String write(ItemChange change) {
        ObjectNode json = PlainJson.object();
        ArrayNode differences = json.putArray("differences");
        change.differences().forEach(difference -> differences.add(write(difference)));
        change.former().ifPresent(entry -> json.set("former", LedgerEntryJson.write(entry)));
        change.reason().ifPresent(reason -> json.set("reason", MessageJson.write(reason)));
        return PlainJson.write(json);
    }

    static List<Difference> differences(JsonNode json) {
        List<Difference> differences = new ArrayList<>();
        json.get("differences").forEach(difference -> differences.add(readDifference(difference)));
        return differences;
    }

    static Optional<LedgerEntry> former(JsonNode json) {
        return PlainJson.field(json, "former", LedgerEntryJson::read);
    }

    static Optional<Message> reason(JsonNode json) {
        return PlainJson.field(json, "reason", MessageJson::read);
    }

    private static ObjectNode write(Difference difference) {
        ObjectNode json = PlainJson.object()
                .put("element", difference.element().value())
                .put("aspect", difference.aspect().name())
                .put("name", difference.name());
        difference.other().ifPresent(end -> json.putObject("other")
                .put("guid", end.guid().value())
                .put("element", end.element().value())
                .put("end1", end.atEnd1()));
        difference.before().ifPresent(values -> json.set("before", PropertiesJson.write(values)));
        difference.after().ifPresent(values -> json.set("after", PropertiesJson.write(values)));
        return json;
    }

    private static Difference readDifference(JsonNode json) {
        return new Difference(
                new QualifiedName(json.get("element").asText()),
                Difference.Aspect.valueOf(json.get("aspect").asText()),
                json.get("name").asText(),
                PlainJson.field(json, "other", ItemChangeJson::readEnd),
                properties(json, "before"),
                properties(json, "after"));
    }

    private static Difference.LinkEnd readEnd(JsonNode json) {
        return new Difference.LinkEnd(
                new Guid(json.get("guid").asText()),
                new QualifiedName(json.get("element").asText()),
                json.get("end1").asBoolean());
    }

    private static Optional<ElementProperties> properties(JsonNode json, String field) {
        return PlainJson.field(json, field, PropertiesJson::read);
    }
}
