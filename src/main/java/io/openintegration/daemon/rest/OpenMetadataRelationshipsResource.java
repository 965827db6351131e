package io.openintegration.daemon.rest;

import io.openintegration.daemon.access.Role;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.metadata.types.TypeCatalogue;
import io.openintegration.daemon.platform.StoreAccess;
import io.openintegration.daemon.rest.store.OpenMetadataRelationshipsApi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.Optional;

/**
 * Questions for relationships to a metadata access store, in the 6.x paths of Egeria's open metadata store. The questions
 * themselves are in {@link OpenMetadataRelationshipsApi}.
 */
@Path(StoreOperations.PATH)
@Produces(MediaType.APPLICATION_JSON)
public class OpenMetadataRelationshipsResource extends StoreOperations {

    private static final OpenMetadataRelationshipsApi API =
            new OpenMetadataRelationshipsApi(TypeCatalogue.openMetadata(), REQUEST_IDS);

    /** The relationship of that GUID. */
    @GET
    @Path("relationships/by-guid/{relationship}")
    @Permits(Role.VIEWER)
    @AnswersWith(value = OpenMetadataRelationshipsApi.RELATIONSHIP_RESPONSE, generation = Generation.CURRENT)
    public String getRelationshipByGUID(@PathParam("relationship") String relationship) {
        return text(API.byGuid(call(), relationship, null));
    }

    /** The relationship of that GUID, with the options in the body. */
    @POST
    @Path("relationships/by-guid/{relationship}")
    @Permits(Role.VIEWER)
    @AnswersWith(value = OpenMetadataRelationshipsApi.RELATIONSHIP_RESPONSE, generation = Generation.CURRENT)
    public String getRelationshipByGUID(@PathParam("relationship") String relationship, InputStream body) {
        return text(API.byGuid(call(), relationship, json(body)));
    }

    /** The relationships of a type whose ends and properties meet conditions. */
    @POST
    @Path("relationships/by-search-conditions")
    @Permits(Role.VIEWER)
    @AnswersWith(value = OpenMetadataRelationshipsApi.RELATIONSHIPS_RESPONSE, generation = Generation.CURRENT)
    public String findRelationshipsBetweenMetadataElements(InputStream body) {
        StoreAccess access = access();
        return text(API.findByConditions(call(access), json(body), access.largestPage()));
    }

    /** The relationships of one type between two elements, whichever is end 1. */
    @POST
    @Path("metadata-elements/{guid}/linked-by-type/{relationshipType}/to-elements/{otherGuid}")
    @Permits(Role.VIEWER)
    @AnswersWith(value = OpenMetadataRelationshipsApi.RELATIONSHIPS_RESPONSE, generation = Generation.CURRENT)
    public String getMetadataElementRelationships(
            @PathParam("guid") String guid,
            @PathParam("relationshipType") String relationshipType,
            @PathParam("otherGuid") String otherGuid,
            InputStream body) {
        return between(guid, Optional.of(new TypeName(relationshipType)), otherGuid, body);
    }

    /** The relationships between two elements, whichever is end 1. */
    @POST
    @Path("metadata-elements/{guid}/linked-by-any-type/to-elements/{otherGuid}")
    @Permits(Role.VIEWER)
    @AnswersWith(value = OpenMetadataRelationshipsApi.RELATIONSHIPS_RESPONSE, generation = Generation.CURRENT)
    public String getAllMetadataElementRelationships(
            @PathParam("guid") String guid, @PathParam("otherGuid") String otherGuid, InputStream body) {
        return between(guid, Optional.empty(), otherGuid, body);
    }

    private String between(String guid, Optional<TypeName> type, String otherGuid, InputStream body) {
        StoreAccess access = access();
        return text(API.between(call(access), guid, otherGuid, type, json(body), access.largestPage()));
    }
}
