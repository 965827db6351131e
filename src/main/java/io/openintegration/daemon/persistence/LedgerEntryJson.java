package io.openintegration.daemon.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.reconcile.LedgerEntry;
import io.openintegration.daemon.reconcile.LedgerHistory;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** A ledger entry as an undo needs it. */
final class LedgerEntryJson {

    private LedgerEntryJson() {}

    static ObjectNode write(LedgerEntry entry) {
        ObjectNode json = PlainJson.object().put("key", entry.key().value());
        entry.scope().ifPresent(scope -> json.put("scope", scope.value()));
        json.put("isScope", entry.isScope())
                .put("type", entry.type().value())
                .put("guid", entry.guid().value())
                .put("name", entry.name().value());
        ArrayNode classifications = json.putArray("classifications");
        entry.classifications().forEach(name -> classifications.add(name.value()));
        json.put("stamp", entry.stamp())
                .put("fingerprint", entry.fingerprint())
                .put("version", entry.version())
                .put("parts", LedgerPartsJson.write(entry.parts()))
                .put("cataloguedAt", entry.history().cataloguedAt().toString());
        entry.history().missingSince().ifPresent(since -> json.put("missingSince", since.toString()));
        entry.history().madeBy().ifPresent(run -> json.put("madeBy", run));
        return json;
    }

    static LedgerEntry read(JsonNode json) {
        Set<TypeName> classifications = new HashSet<>();
        json.get("classifications").forEach(name -> classifications.add(new TypeName(name.asText())));
        return new LedgerEntry(
                new ItemKey(json.get("key").asText()),
                PlainJson.field(json, "scope", scope -> new ItemKey(scope.asText())),
                json.get("isScope").asBoolean(),
                new TypeName(json.get("type").asText()),
                new Guid(json.get("guid").asText()),
                new QualifiedName(json.get("name").asText()),
                classifications,
                json.get("stamp").asText(),
                json.get("fingerprint").asText(),
                json.get("version").asLong(),
                LedgerPartsJson.read(json.get("parts").asText()),
                new LedgerHistory(
                        Instant.parse(json.get("cataloguedAt").asText()),
                        PlainJson.time(json, "missingSince"),
                        PlainJson.field(json, "madeBy", JsonNode::asText)));
    }
}
