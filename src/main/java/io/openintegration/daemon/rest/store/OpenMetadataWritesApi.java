package io.openintegration.daemon.rest.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.Change.Classify.Setting;
import io.openintegration.daemon.metadata.ChangeResult;
import io.openintegration.daemon.metadata.ChangeSet;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.ElementRef;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.MetadataStoreException;
import io.openintegration.daemon.metadata.Refusals;
import io.openintegration.daemon.metadata.Requester;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.metadata.types.TypeCatalogue;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The changes of the open metadata store's API, each carried out as a whole or not at all, and answered with the response's
 * JSON. Bodies may be null. Every method throws {@link MetadataStoreException} where the request is wrong or the store
 * refuses it. Each request speaks for the metadata source that its body names. Safe from any thread.
 */
public final class OpenMetadataWritesApi {

    /** Response classes, which an error answer must name too (Egeria's protocol). */
    public static final String GUID_RESPONSE = "GUIDResponse";

    public static final String BOOLEAN_RESPONSE = "BooleanResponse";
    public static final String VOID_RESPONSE = "VoidResponse";

    private static final String CREATE = "createMetadataElementInStore";
    private static final String UPDATE = "updateMetadataElementInStore";
    private static final String CLASSIFY = "classifyMetadataElementInStore";
    private static final String RECLASSIFY = "reclassifyMetadataElementInStore";
    private static final String DECLASSIFY = "declassifyMetadataElementInStore";
    private static final String RELATE = "createRelatedElementsInStore";
    private static final String UPDATE_RELATED = "updateRelatedElementsInStore";
    private static final String UNRELATE = "deleteRelatedElementsInStore";

    private final StoreAnswers answers;
    private final ElementDeletion deletion;

    /** @param requestIds gives an id for each request that brings none */
    public OpenMetadataWritesApi(TypeCatalogue types, Supplier<String> requestIds) {
        this.answers = new StoreAnswers(requestIds);
        this.deletion = new ElementDeletion(types);
    }

    /** A new element, with its classifications, its anchor and the relationship to its parent. */
    public ObjectNode create(StoreCall call, JsonNode body) {
        StoreRequestBody request = StoreRequestBody.of(body, CREATE);
        request.refuse("effectiveFrom", "effectiveTo", "anchorScopeGUIDs");
        Change.CreateElement create = new Change.CreateElement(
                new TypeName(request.requiredName("typeName")),
                request.properties("properties"),
                classifications(request),
                anchor(request),
                request.name("parentGUID").map(guid -> parent(request, guid)));
        return answers.ok(GUID_RESPONSE, request)
                .put("guid", apply(call, request, create).guid().value());
    }

    /** Merges, unless {@code mergeUpdate} is false. {@code flag} tells whether anything changed. */
    public ObjectNode update(StoreCall call, String guid, JsonNode body) {
        StoreRequestBody request = StoreRequestBody.of(body, UPDATE);
        Change update = new Change.UpdateElement(
                VisibleElement.guid(guid, "elementGUID", UPDATE), request.properties("properties"), merges(request));
        return answers.ok(BOOLEAN_RESPONSE, request)
                .put("flag", apply(call, request, update).changed());
    }

    /** Takes an element away, by the body's {@code deleteMethod}. */
    public ObjectNode delete(StoreCall call, String guid, JsonNode body) {
        StoreRequestBody request = StoreRequestBody.of(body, ElementDeletion.DELETE);
        return done(call, request, deletion.delete(call, guid, request));
    }

    /** Archives an element, whatever {@code deleteMethod} the body names. */
    public ObjectNode archive(StoreCall call, String guid, JsonNode body) {
        StoreRequestBody request = StoreRequestBody.of(body, ElementDeletion.ARCHIVE);
        return done(call, request, deletion.archive(call, guid, request));
    }

    public ObjectNode classify(StoreCall call, String guid, String classification, JsonNode body) {
        StoreRequestBody request = StoreRequestBody.of(body, CLASSIFY);
        request.refuse("effectiveFrom", "effectiveTo");
        return classify(call, guid, classification, request, Setting.ADD_OR_REPLACE);
    }

    /** Merges, unless {@code mergeUpdate} is false. The element must have the classification. */
    public ObjectNode reclassify(StoreCall call, String guid, String classification, JsonNode body) {
        StoreRequestBody request = StoreRequestBody.of(body, RECLASSIFY);
        return classify(call, guid, classification, request, merges(request) ? Setting.MERGE : Setting.REPLACE);
    }

    /** Without {@code Memento} an element is no longer archived, nor what was archived with it. */
    public ObjectNode declassify(StoreCall call, String guid, String classification, JsonNode body) {
        StoreRequestBody request = StoreRequestBody.of(body, DECLASSIFY);
        Guid element = VisibleElement.guid(guid, "elementGUID", DECLASSIFY);
        TypeName name = new TypeName(classification);
        return done(
                call,
                request,
                name.equals(Element.MEMENTO)
                        ? new Change.RestoreElement(element)
                        : new Change.Declassify(element, name));
    }

    /** A new relationship; of a type of which there is one between two elements, the existing one is updated. */
    public ObjectNode relate(StoreCall call, JsonNode body) {
        StoreRequestBody request = StoreRequestBody.of(body, RELATE);
        request.refuse("effectiveFrom", "effectiveTo", "makeAnchor", "anchorScopeGUIDs");
        Change relate = new Change.Relate(
                new TypeName(request.requiredName("typeName")),
                ElementRef.to(new Guid(request.requiredName("metadataElement1GUID"))),
                ElementRef.to(new Guid(request.requiredName("metadataElement2GUID"))),
                request.properties("properties"));
        return answers.ok(GUID_RESPONSE, request)
                .put("guid", apply(call, request, relate).guid().value());
    }

    /** Merges, unless {@code mergeUpdate} is false. */
    public ObjectNode updateRelated(StoreCall call, String guid, JsonNode body) {
        StoreRequestBody request = StoreRequestBody.of(body, UPDATE_RELATED);
        return done(
                call,
                request,
                new Change.UpdateRelationship(
                        VisibleElement.guid(guid, "relationshipGUID", UPDATE_RELATED),
                        request.properties("properties"),
                        merges(request)));
    }

    public ObjectNode unrelate(StoreCall call, String guid, JsonNode body) {
        StoreRequestBody request = StoreRequestBody.of(body, UNRELATE);
        Guid relationship = VisibleElement.guid(guid, "relationshipGUID", UNRELATE);
        if (!apply(call, request, new Change.Unrelate(relationship)).changed()) {
            throw Refusals.unknownRelationship(UNRELATE, relationship);
        }
        return answers.ok(VOID_RESPONSE, request);
    }

    private ObjectNode classify(
            StoreCall call, String guid, String classification, StoreRequestBody request, Setting setting) {
        return done(
                call,
                request,
                new Change.Classify(
                        ElementRef.to(VisibleElement.guid(guid, "elementGUID", request.operation())),
                        new TypeName(classification),
                        request.properties("properties"),
                        setting));
    }

    private ObjectNode done(StoreCall call, StoreRequestBody request, Change change) {
        apply(call, request, change);
        return answers.ok(VOID_RESPONSE, request);
    }

    private static ChangeResult apply(StoreCall call, StoreRequestBody request, Change change) {
        Requester requester = request.source().map(call.requester()::withSource).orElse(call.requester());
        return call.store().apply(requester, ChangeSet.of(change)).get(0);
    }

    private static boolean merges(StoreRequestBody request) {
        return request.flag("mergeUpdate", true);
    }

    private static Map<TypeName, ElementProperties> classifications(StoreRequestBody request) {
        Map<TypeName, ElementProperties> classifications = new HashMap<>();
        request.object("initialClassifications").ifPresent(given -> given.json()
                .fieldNames()
                .forEachRemaining(name -> classifications.put(new TypeName(name), given.properties(name))));
        return classifications;
    }

    /** An element that is its own anchor, which it is unless the request says otherwise, is nobody's part. */
    private static Optional<ElementRef> anchor(StoreRequestBody request) {
        return request.name("anchorGUID")
                .filter(guid -> !request.flag("isOwnAnchor", true))
                .map(guid -> ElementRef.to(new Guid(guid)));
    }

    private static Change.ParentLink parent(StoreRequestBody request, String guid) {
        return new Change.ParentLink(
                new TypeName(request.requiredName("parentRelationshipTypeName")),
                ElementRef.to(new Guid(guid)),
                request.flag("parentAtEnd1", true),
                request.properties("parentRelationshipProperties"));
    }
}
