package io.openintegration.daemon.rest.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.openintegration.daemon.metadata.ArchiveNote;
import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.Change.Classify.Setting;
import io.openintegration.daemon.metadata.Change.Removal;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.ElementRef;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.Refusals;
import io.openintegration.daemon.metadata.TypeName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the changes of the batch door (ADR 35). A field that is not known is refused, as is a change that is not. */
final class ChangeReader {

    static final String OPERATION = "change-sets";

    private static final Pattern GUID = Pattern.compile("\\p{Graph}{1,255}");

    private ChangeReader() {}

    /**
     * @param kind the name of the change
     * @throws io.openintegration.daemon.metadata.MetadataStoreException where the change is not as it should be
     */
    static Change read(String kind, JsonNode json) {
        StoreRequestBody body = StoreRequestBody.of(json, OPERATION);
        return switch (kind) {
            case "create" -> create(body);
            case "update" -> update(body);
            case "remove" -> remove(body);
            case "restore" -> new Change.RestoreElement(guid(only(body, "guid")));
            case "classify" -> classify(body);
            case "declassify" -> declassify(body);
            case "relate" -> relate(body);
            case "updateRelationship" -> updateRelationship(body);
            case "unrelate" -> new Change.Unrelate(guid(only(body, "guid")));
            default -> throw Refusals.wrongKind(
                    OPERATION,
                    kind,
                    "one of create, update, remove, restore, classify, declassify, relate, updateRelationship,"
                            + " unrelate, commit");
        };
    }

    /** The body, which must have no other fields than these. */
    static StoreRequestBody only(StoreRequestBody body, String... fields) {
        List<String> known = List.of(fields);
        body.json().fieldNames().forEachRemaining(field -> {
            if (!known.contains(field)) {
                throw Refusals.wrongKind(OPERATION, field, "one of the fields " + String.join(", ", known));
            }
        });
        return body;
    }

    private static Change create(StoreRequestBody body) {
        only(body, "typeName", "properties", "initialClassifications", "anchor", "parent");
        Map<TypeName, ElementProperties> classifications = new HashMap<>();
        body.object("initialClassifications").ifPresent(given -> given.json()
                .fieldNames()
                .forEachRemaining(name -> classifications.put(new TypeName(name), given.properties(name))));
        return new Change.CreateElement(
                type(body),
                body.properties("properties"),
                classifications,
                body.object("anchor").map(ChangeReader::reference),
                body.object("parent").map(ChangeReader::parent));
    }

    private static Change.ParentLink parent(StoreRequestBody body) {
        only(body, "relationshipTypeName", "element", "atEnd1", "properties");
        return new Change.ParentLink(
                new TypeName(body.requiredName("relationshipTypeName")),
                reference(body, "element"),
                body.flag("atEnd1", true),
                body.properties("properties"));
    }

    private static Change update(StoreRequestBody body) {
        only(body, "guid", "merge", "properties");
        return new Change.UpdateElement(guid(body), body.properties("properties"), body.flag("merge", true));
    }

    private static Change remove(StoreRequestBody body) {
        only(body, "guid", "removal", "archiveDate", "archiveProcess", "archiveProperties");
        return new Change.RemoveElement(
                guid(body),
                body.choice("removal", Removal.class).orElse(Removal.ARCHIVE),
                new ArchiveNote(
                        body.time("archiveDate"), body.name("archiveProcess"), body.textMap("archiveProperties")));
    }

    private static Change classify(StoreRequestBody body) {
        only(body, "element", "classification", "setting", "properties");
        return new Change.Classify(
                reference(body, "element"),
                new TypeName(body.requiredName("classification")),
                body.properties("properties"),
                body.choice("setting", Setting.class).orElse(Setting.ADD_OR_REPLACE));
    }

    private static Change declassify(StoreRequestBody body) {
        only(body, "guid", "classification");
        return new Change.Declassify(guid(body), new TypeName(body.requiredName("classification")));
    }

    private static Change relate(StoreRequestBody body) {
        only(body, "typeName", "end1", "end2", "properties");
        return new Change.Relate(
                type(body), reference(body, "end1"), reference(body, "end2"), body.properties("properties"));
    }

    private static Change updateRelationship(StoreRequestBody body) {
        only(body, "guid", "merge", "properties");
        return new Change.UpdateRelationship(guid(body), body.properties("properties"), body.flag("merge", true));
    }

    private static TypeName type(StoreRequestBody body) {
        return new TypeName(body.requiredName("typeName"));
    }

    /** Short and without spaces, as results are kept. */
    private static Guid guid(StoreRequestBody body) {
        String guid = body.requiredName("guid");
        if (!GUID.matcher(guid).matches()) {
            throw Refusals.wrongKind(OPERATION, "guid", "1 to 255 visible characters");
        }
        return new Guid(guid);
    }

    private static ElementRef reference(StoreRequestBody body, String field) {
        return reference(body.object(field).orElseThrow(() -> Refusals.missingValue(OPERATION, field)));
    }

    private static ElementRef reference(StoreRequestBody body) {
        only(body, "guid", "qualifiedName");
        Optional<String> guid = body.name("guid");
        Optional<String> name = body.name("qualifiedName");
        if (guid.isPresent() == name.isPresent()) {
            throw Refusals.wrongKind(OPERATION, "element", "named either by guid or by qualifiedName");
        }
        return guid.map(given -> ElementRef.to(new Guid(given)))
                .orElseGet(() -> ElementRef.to(new QualifiedName(name.orElseThrow())));
    }
}
