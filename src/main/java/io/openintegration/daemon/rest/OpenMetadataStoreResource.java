package io.openintegration.daemon.rest;

import io.openintegration.daemon.access.Role;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.metadata.types.TypeCatalogue;
import io.openintegration.daemon.platform.StoreAccess;
import io.openintegration.daemon.rest.store.OpenMetadataStoreApi;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.Optional;

/**
 * Questions to a metadata access store, in the 6.x paths of Egeria's open metadata store. The questions themselves are in
 * {@link OpenMetadataStoreApi}.
 */
@Path(StoreOperations.PATH)
@Produces(MediaType.APPLICATION_JSON)
public class OpenMetadataStoreResource extends StoreOperations {

    private static final OpenMetadataStoreApi API = new OpenMetadataStoreApi(TypeCatalogue.openMetadata(), REQUEST_IDS);

    /** The element of that GUID. */
    @GET
    @Path("metadata-elements/{guid}")
    @Permits(Role.VIEWER)
    @AnswersWith(value = OpenMetadataStoreApi.ELEMENT_RESPONSE, generation = Generation.CURRENT)
    public String getMetadataElementByGUID(
            @PathParam("guid") String guid, @QueryParam("forLineage") @DefaultValue("false") String forLineage) {
        return text(API.elementByGuid(call(), guid, QueryValue.flag("forLineage", forLineage)));
    }

    /** The element of that GUID, with the options in the body. */
    @POST
    @Path("metadata-elements/{guid}")
    @Permits(Role.VIEWER)
    @AnswersWith(value = OpenMetadataStoreApi.ELEMENT_RESPONSE, generation = Generation.CURRENT)
    public String getMetadataElementByGUID(@PathParam("guid") String guid, InputStream body) {
        return text(API.elementByGuid(call(), guid, json(body)));
    }

    /** The elements with a text property that matches. */
    @POST
    @Path("metadata-elements/by-search-string")
    @Permits(Role.VIEWER)
    @AnswersWith(value = OpenMetadataStoreApi.ELEMENTS_RESPONSE, generation = Generation.CURRENT)
    public String findMetadataElementsWithString(InputStream body) {
        StoreAccess access = access();
        return text(API.findByString(call(access), json(body), access.largestPage()));
    }

    /** The elements whose properties and classifications meet conditions. */
    @POST
    @Path("metadata-elements/by-search-conditions")
    @Permits(Role.VIEWER)
    @AnswersWith(value = OpenMetadataStoreApi.ELEMENTS_RESPONSE, generation = Generation.CURRENT)
    public String findMetadataElements(InputStream body) {
        StoreAccess access = access();
        return text(API.findByConditions(call(access), json(body), access.largestPage()));
    }

    /** The neighbours of an element by one type of relationship. */
    @POST
    @Path("related-elements/{guid}/type/{relationshipType}")
    @Permits(Role.VIEWER)
    @AnswersWith(value = OpenMetadataStoreApi.RELATED_RESPONSE, generation = Generation.CURRENT)
    public String getRelatedMetadataElements(
            @PathParam("guid") String guid,
            @PathParam("relationshipType") String relationshipType,
            @QueryParam("startingAtEnd") @DefaultValue("0") String startingAtEnd,
            InputStream body) {
        return related(guid, Optional.of(new TypeName(relationshipType)), startingAtEnd, body);
    }

    /** The neighbours of an element by any relationship. */
    @POST
    @Path("related-elements/{guid}/any-type")
    @Permits(Role.VIEWER)
    @AnswersWith(value = OpenMetadataStoreApi.RELATED_RESPONSE, generation = Generation.CURRENT)
    public String getAllRelatedMetadataElements(
            @PathParam("guid") String guid,
            @QueryParam("startingAtEnd") @DefaultValue("0") String startingAtEnd,
            InputStream body) {
        return related(guid, Optional.empty(), startingAtEnd, body);
    }

    private String related(String guid, Optional<TypeName> type, String startingAtEnd, InputStream body) {
        int end = QueryValue.number("startingAtEnd", startingAtEnd, Integer.MIN_VALUE, Integer.MAX_VALUE);
        StoreAccess access = access();
        return text(API.related(call(access), guid, type, end, json(body), access.largestPage()));
    }
}
