package io.openintegration.daemon.rest.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.MetadataStoreException;
import io.openintegration.daemon.metadata.Refusals;
import io.openintegration.daemon.metadata.Relationship;
import io.openintegration.daemon.metadata.RelationshipQuery;
import io.openintegration.daemon.metadata.RelationshipQuery.Ends;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.metadata.types.TypeCatalogue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The questions for relationships of the open metadata store's API, as {@link OpenMetadataStoreApi} has those for elements.
 * Every method throws {@link MetadataStoreException} where the request is wrong or the store refuses it. Safe from any
 * thread.
 */
public final class OpenMetadataRelationshipsApi {

    /** Response classes, which an error answer must name too (Egeria's protocol). */
    public static final String RELATIONSHIP_RESPONSE = "OpenMetadataRelationshipResponse";

    public static final String RELATIONSHIPS_RESPONSE = "OpenMetadataRelationshipListResponse";

    private static final String GET = "getRelationshipByGUID";
    private static final String LINKED = "getMetadataElementRelationships";
    private static final String FIND = "findRelationshipsBetweenMetadataElements";

    private final TypeCatalogue types;
    private final StoreAnswers answers;

    /** @param requestIds gives an id for each request that brings none */
    public OpenMetadataRelationshipsApi(TypeCatalogue types, Supplier<String> requestIds) {
        this.types = types;
        this.answers = new StoreAnswers(requestIds);
    }

    /** One relationship. */
    public ObjectNode byGuid(StoreCall call, String guid, JsonNode body) {
        StoreRequestBody request = StoreRequestBody.of(body, GET);
        request.refuse("asOfTime");
        Guid wanted = VisibleElement.guid(guid, "relationshipGUID", GET);
        Relationship found = call.store()
                .relationship(call.requester(), wanted)
                .orElseThrow(() -> Refusals.unknownRelationship(GET, wanted));
        ObjectNode response = answers.ok(RELATIONSHIP_RESPONSE, request);
        response.set("element", json(call).relationship(found, ends(call, List.of(found))));
        return response;
    }

    /**
     * The relationships between two elements, whichever is end 1; both must exist.
     *
     * @param relationshipType empty means any
     * @param largestPage how many are returned at once; a request for more is refused
     */
    public ObjectNode between(
            StoreCall call,
            String one,
            String other,
            Optional<TypeName> relationshipType,
            JsonNode body,
            int largestPage) {
        StoreRequestBody request = StoreRequestBody.of(body, LINKED);
        boolean forLineage = request.flag("forLineage", false);
        Element first = VisibleElement.of(call, one, forLineage, LINKED);
        Element second = VisibleElement.of(call, other, forLineage, LINKED);
        return found(
                call,
                request,
                new QueryReader(request, largestPage)
                        .relationships(
                                relationshipType,
                                Ends.between(first.guid(), second.guid()),
                                new SearchReader(request).relationships()));
    }

    /**
     * The relationships of a type that meet the conditions; all of the type where there are none.
     *
     * @param largestPage how many are returned at once; a request for more is refused
     */
    public ObjectNode findByConditions(StoreCall call, JsonNode body, int largestPage) {
        StoreRequestBody request = StoreRequestBody.of(body, FIND);
        QueryReader reader = new QueryReader(request, largestPage);
        return found(
                call,
                request,
                reader.relationships(
                        Optional.of(new TypeName(request.requiredName("relationshipTypeName"))),
                        reader.ends(),
                        new SearchReader(request).relationships()));
    }

    private ObjectNode found(StoreCall call, StoreRequestBody request, RelationshipQuery query) {
        List<Relationship> found = call.store().find(call.requester(), query);
        Map<Guid, Element> ends = ends(call, found);
        ObjectNode response = answers.ok(RELATIONSHIPS_RESPONSE, request);
        ObjectNode list = response.putObject("relationshipList");
        found.forEach(link -> list.withArray("relationships").add(json(call).relationship(link, ends)));
        return response;
    }

    private static Map<Guid, Element> ends(StoreCall call, List<Relationship> links) {
        return call.store()
                .get(
                        call.requester(),
                        links.stream()
                                .flatMap(link -> Stream.of(link.end1(), link.end2()))
                                .distinct()
                                .toList());
    }

    private ElementJson json(StoreCall call) {
        return new ElementJson(new HeaderJson(call.server(), types));
    }
}
