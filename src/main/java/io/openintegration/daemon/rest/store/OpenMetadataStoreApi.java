package io.openintegration.daemon.rest.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.metadata.Condition;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.ElementQuery;
import io.openintegration.daemon.metadata.MetadataStoreException;
import io.openintegration.daemon.metadata.RelatedQuery;
import io.openintegration.daemon.metadata.TextSearch;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.metadata.types.TypeCatalogue;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The questions of the open metadata store's API, each answered with the response's JSON. Bodies may be null. Every
 * method throws {@link MetadataStoreException} where the request is wrong or the store refuses it. Safe from any
 * thread.
 */
public final class OpenMetadataStoreApi {

    /** Response classes, which an error answer must name too (Egeria's protocol). */
    public static final String ELEMENT_RESPONSE = "OpenMetadataElementResponse";

    public static final String ELEMENTS_RESPONSE = "OpenMetadataElementsResponse";
    public static final String RELATED_RESPONSE = "RelatedMetadataElementListResponse";

    private static final String GET = "getMetadataElementByGUID";
    private static final String FIND = "findMetadataElements";
    private static final String RELATED = "getRelatedMetadataElements";

    private final TypeCatalogue types;
    private final StoreAnswers answers;

    /** @param requestIds gives an id for each request that brings none */
    public OpenMetadataStoreApi(TypeCatalogue types, Supplier<String> requestIds) {
        this.types = types;
        this.answers = new StoreAnswers(requestIds);
    }

    /** GET of an element. An archived one is refused unless {@code forLineage}. */
    public ObjectNode elementByGuid(StoreCall call, String guid, boolean forLineage) {
        return elementResponse(call, guid, forLineage, StoreRequestBody.of(null, GET));
    }

    /** POST of the same question. */
    public ObjectNode elementByGuid(StoreCall call, String guid, JsonNode body) {
        StoreRequestBody request = StoreRequestBody.of(body, GET);
        request.refuse("asOfTime");
        return elementResponse(call, guid, request.flag("forLineage", false), request);
    }

    /** @param largestPage how many elements are returned at once; a request for more is refused */
    public ObjectNode findByString(StoreCall call, JsonNode body, int largestPage) {
        StoreRequestBody request = StoreRequestBody.of(body, FIND);
        Condition where = new Condition.AnyText(
                match(request), request.text("searchString").orElse(""), request.flag("ignoreCase", true));
        return found(call, request, new QueryReader(request, largestPage).elements(where));
    }

    /** @param largestPage how many elements are returned at once; a request for more is refused */
    public ObjectNode findByConditions(StoreCall call, JsonNode body, int largestPage) {
        StoreRequestBody request = StoreRequestBody.of(body, FIND);
        Condition where = new SearchReader(request).elements();
        return found(call, request, new QueryReader(request, largestPage).elements(where));
    }

    /**
     * @param relationshipType empty means any
     * @param startingAtEnd the end where the given element sits; anything but 1 and 2 means both
     * @param largestPage how many neighbours are returned at once; a request for more gets these
     */
    public ObjectNode related(
            StoreCall call,
            String guid,
            Optional<TypeName> relationshipType,
            int startingAtEnd,
            JsonNode body,
            int largestPage) {
        StoreRequestBody request = StoreRequestBody.of(body, RELATED);
        RelatedQuery query = new QueryReader(request, largestPage)
                .related(VisibleElement.guid(guid, "elementGUID", RELATED), relationshipType, startingAtEnd);
        Element start = VisibleElement.of(call, guid, query.forLineage(), RELATED);
        ObjectNode response = answers.ok(RELATED_RESPONSE, request);
        ObjectNode list = response.putObject("relatedElementList");
        list.set("startingElement", json(call).element(start));
        call.store().related(call.requester(), query).forEach(found -> list.withArray("elementList")
                .add(json(call).related(found)));
        return response;
    }

    private ObjectNode found(StoreCall call, StoreRequestBody request, ElementQuery query) {
        ObjectNode response = answers.ok(ELEMENTS_RESPONSE, request);
        call.store().find(call.requester(), query).forEach(element -> response.withArray("elements")
                .add(json(call).element(element)));
        return response;
    }

    private ObjectNode elementResponse(StoreCall call, String guid, boolean forLineage, StoreRequestBody request) {
        ObjectNode response = answers.ok(ELEMENT_RESPONSE, request);
        response.set("element", json(call).element(VisibleElement.of(call, guid, forLineage, GET)));
        return response;
    }

    private ElementJson json(StoreCall call) {
        return new ElementJson(new HeaderJson(call.server(), types));
    }

    private static TextSearch.Match match(StoreRequestBody request) {
        boolean startsWith = request.flag("startsWith", false);
        boolean endsWith = request.flag("endsWith", false);
        if (startsWith && endsWith) {
            return TextSearch.Match.WHOLE;
        } else if (startsWith) {
            return TextSearch.Match.STARTS_WITH;
        }
        return endsWith ? TextSearch.Match.ENDS_WITH : TextSearch.Match.CONTAINS;
    }
}
