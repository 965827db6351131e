package io.openintegration.daemon.rest;

import io.openintegration.daemon.access.Role;
import io.openintegration.daemon.metadata.types.TypeCatalogue;
import io.openintegration.daemon.rest.store.OpenMetadataWritesApi;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;

/**
 * Changes to a metadata access store, in the 6.x paths of Egeria's open metadata store. The changes themselves are in
 * {@link OpenMetadataWritesApi}.
 */
@Path(StoreOperations.PATH)
@Produces(MediaType.APPLICATION_JSON)
public class OpenMetadataWritesResource extends StoreOperations {

    private static final OpenMetadataWritesApi API =
            new OpenMetadataWritesApi(TypeCatalogue.openMetadata(), REQUEST_IDS);

    /** Makes an element, with its classifications, its anchor and the relationship to its parent: all of it, or nothing. */
    @POST
    @Path("metadata-elements")
    @Permits(Role.OPERATOR)
    @AnswersWith(value = OpenMetadataWritesApi.GUID_RESPONSE, generation = Generation.CURRENT)
    public String createMetadataElementInStore(InputStream body) {
        return text(API.create(call(), json(body)));
    }

    /** Gives an element other properties. They are merged with those it has, unless mergeUpdate is false. */
    @POST
    @Path("metadata-elements/{guid}/update-properties")
    @Permits(Role.OPERATOR)
    @AnswersWith(value = OpenMetadataWritesApi.BOOLEAN_RESPONSE, generation = Generation.CURRENT)
    public String updateMetadataElementInStore(@PathParam("guid") String guid, InputStream body) {
        return text(API.update(call(), guid, json(body)));
    }

    /** Takes an element away, with what is anchored to it. LOOK_FOR_LINEAGE, which is the default, archives what has lineage and purges what has none. */
    @POST
    @Path("metadata-elements/{guid}/delete")
    @Permits(Role.OPERATOR)
    @AnswersWith(value = OpenMetadataWritesApi.VOID_RESPONSE, generation = Generation.CURRENT)
    public String deleteMetadataElementInStore(@PathParam("guid") String guid, InputStream body) {
        return text(API.delete(call(), guid, json(body)));
    }

    /** Archives an element, with what is anchored to it: only questions for lineage find it then. */
    @POST
    @Path("metadata-elements/{guid}/archive")
    @Permits(Role.OPERATOR)
    @AnswersWith(value = OpenMetadataWritesApi.VOID_RESPONSE, generation = Generation.CURRENT)
    public String archiveMetadataElementInStore(@PathParam("guid") String guid, InputStream body) {
        return text(API.archive(call(), guid, json(body)));
    }

    /** Gives an element a classification; one that it has already gets these properties instead of its own. */
    @POST
    @Path("metadata-elements/{guid}/classifications/{classification}")
    @Permits(Role.OPERATOR)
    @AnswersWith(value = OpenMetadataWritesApi.VOID_RESPONSE, generation = Generation.CURRENT)
    public String classifyMetadataElementInStore(
            @PathParam("guid") String guid, @PathParam("classification") String classification, InputStream body) {
        return text(API.classify(call(), guid, classification, json(body)));
    }

    /** Gives a classification other properties. They are merged with those it has, unless mergeUpdate is false. */
    @POST
    @Path("metadata-elements/{guid}/classifications/{classification}/update-properties")
    @Permits(Role.OPERATOR)
    @AnswersWith(value = OpenMetadataWritesApi.VOID_RESPONSE, generation = Generation.CURRENT)
    public String reclassifyMetadataElementInStore(
            @PathParam("guid") String guid, @PathParam("classification") String classification, InputStream body) {
        return text(API.reclassify(call(), guid, classification, json(body)));
    }

    /** Takes a classification away. Without Memento an element is no longer archived, nor what was archived with it. */
    @POST
    @Path("metadata-elements/{guid}/classifications/{classification}/delete")
    @Permits(Role.OPERATOR)
    @AnswersWith(value = OpenMetadataWritesApi.VOID_RESPONSE, generation = Generation.CURRENT)
    public String declassifyMetadataElementInStore(
            @PathParam("guid") String guid, @PathParam("classification") String classification, InputStream body) {
        return text(API.declassify(call(), guid, classification, json(body)));
    }

    /** Relates two elements. Where there is only one relationship of that type between them, an existing one gets the properties. */
    @POST
    @Path("related-elements")
    @Permits(Role.OPERATOR)
    @AnswersWith(value = OpenMetadataWritesApi.GUID_RESPONSE, generation = Generation.CURRENT)
    public String createRelatedElementsInStore(InputStream body) {
        return text(API.relate(call(), json(body)));
    }

    /** Gives a relationship other properties. They are merged with those it has, unless mergeUpdate is false. */
    @POST
    @Path("related-elements/{relationship}/update-properties")
    @Permits(Role.OPERATOR)
    @AnswersWith(value = OpenMetadataWritesApi.VOID_RESPONSE, generation = Generation.CURRENT)
    public String updateRelatedElementsInStore(@PathParam("relationship") String relationship, InputStream body) {
        return text(API.updateRelated(call(), relationship, json(body)));
    }

    /** Takes a relationship away. */
    @POST
    @Path("related-elements/{relationship}/delete")
    @Permits(Role.OPERATOR)
    @AnswersWith(value = OpenMetadataWritesApi.VOID_RESPONSE, generation = Generation.CURRENT)
    public String deleteRelatedElementsInStore(@PathParam("relationship") String relationship, InputStream body) {
        return text(API.unrelate(call(), relationship, json(body)));
    }
}
