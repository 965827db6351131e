package io.openintegration.daemon.store.remote;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.metadata.ArchiveNote;
import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.ElementRef;
import java.util.Map;

/** Changes as the batch door takes them (ADR 35): an object with one field, which says what change it is. */
final class ChangeWriting {

    private ChangeWriting() {}

    static ObjectNode change(Change change) {
        if (change instanceof Change.CreateElement create) {
            return named("create", create(create));
        } else if (change instanceof Change.UpdateElement update) {
            return named("update", update(update.element().value(), update.merge(), update.properties()));
        } else if (change instanceof Change.RemoveElement remove) {
            return named("remove", remove(remove));
        } else if (change instanceof Change.RestoreElement restore) {
            return named("restore", guid(restore.element().value()));
        } else if (change instanceof Change.Classify classify) {
            return named("classify", classify(classify));
        } else if (change instanceof Change.Declassify declassify) {
            return named(
                    "declassify",
                    guid(declassify.element().value())
                            .put("classification", declassify.classification().value()));
        } else if (change instanceof Change.Relate relate) {
            return named("relate", relate(relate));
        } else if (change instanceof Change.UpdateRelationship update) {
            return named(
                    "updateRelationship", update(update.relationship().value(), update.merge(), update.properties()));
        } else if (change instanceof Change.Unrelate unrelate) {
            return named("unrelate", guid(unrelate.relationship().value()));
        }
        throw new IllegalStateException("no line for " + change.getClass().getSimpleName());
    }

    static ObjectNode named(String name, ObjectNode content) {
        ObjectNode line = WireJson.empty();
        line.set(name, content);
        return line;
    }

    private static ObjectNode create(Change.CreateElement create) {
        ObjectNode json =
                with(create.properties()).put("typeName", create.type().value());
        if (!create.classifications().isEmpty()) {
            ObjectNode initial = json.putObject("initialClassifications");
            create.classifications()
                    .forEach((name, properties) -> initial.set(name.value(), PropertyWriting.properties(properties)));
        }
        create.anchor().ifPresent(anchor -> json.set("anchor", reference(anchor)));
        create.parent().ifPresent(link -> {
            ObjectNode parent = with(link.properties())
                    .put("relationshipTypeName", link.relationshipType().value())
                    .put("atEnd1", link.parentAtEnd1());
            parent.set("element", reference(link.parent()));
            json.set("parent", parent);
        });
        return json;
    }

    private static ObjectNode update(String guid, boolean merge, ElementProperties properties) {
        return with(properties).put("guid", guid).put("merge", merge);
    }

    private static ObjectNode remove(Change.RemoveElement remove) {
        ObjectNode json =
                guid(remove.element().value()).put("removal", remove.removal().name());
        ArchiveNote note = remove.note();
        note.date().ifPresent(date -> json.put("archiveDate", date.toEpochMilli()));
        note.process().ifPresent(process -> json.put("archiveProcess", process));
        if (!note.properties().isEmpty()) {
            ObjectNode properties = json.putObject("archiveProperties");
            note.properties().forEach(properties::put);
        }
        return json;
    }

    private static ObjectNode classify(Change.Classify classify) {
        ObjectNode json = with(classify.properties())
                .put("classification", classify.classification().value())
                .put("setting", classify.setting().name());
        json.set("element", reference(classify.element()));
        return json;
    }

    private static ObjectNode relate(Change.Relate relate) {
        ObjectNode json =
                with(relate.properties()).put("typeName", relate.type().value());
        json.setAll(Map.of("end1", reference(relate.end1()), "end2", reference(relate.end2())));
        return json;
    }

    private static ObjectNode with(ElementProperties properties) {
        return named("properties", PropertyWriting.properties(properties));
    }

    private static ObjectNode guid(String guid) {
        return WireJson.empty().put("guid", guid);
    }

    private static ObjectNode reference(ElementRef reference) {
        return reference instanceof ElementRef.ByGuid byGuid
                ? guid(byGuid.guid().value())
                : WireJson.empty()
                        .put(
                                "qualifiedName",
                                ((ElementRef.ByName) reference).name().value());
    }
}
