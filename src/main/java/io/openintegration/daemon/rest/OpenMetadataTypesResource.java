package io.openintegration.daemon.rest;

import io.openintegration.daemon.access.Role;
import io.openintegration.daemon.metadata.types.TypeCatalogue;
import io.openintegration.daemon.rest.store.OpenMetadataTypesApi;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;

/**
 * The types of a metadata access store, in the 6.x paths of Egeria's open metadata store. The answers themselves are in
 * {@link OpenMetadataTypesApi}.
 */
@Path(StoreOperations.PATH)
@Produces(MediaType.APPLICATION_JSON)
public class OpenMetadataTypesResource extends StoreOperations {

    private static final OpenMetadataTypesApi API = new OpenMetadataTypesApi(TypeCatalogue.openMetadata(), REQUEST_IDS);

    /** All types: those of elements, of relationships, of classifications, and of attributes. */
    @GET
    @Path("open-metadata-types")
    @Permits(Role.VIEWER)
    @AnswersWith(value = OpenMetadataTypesApi.GALLERY_RESPONSE, generation = Generation.CURRENT)
    public String getAllTypes(
            @QueryParam("getInheritedAttributes") @DefaultValue("false") String getInheritedAttributes) {
        access();
        return text(API.all(inherits(getInheritedAttributes)));
    }

    /** All types of elements. */
    @GET
    @Path("open-metadata-types/entity-defs")
    @Permits(Role.VIEWER)
    @AnswersWith(value = OpenMetadataTypesApi.TYPES_RESPONSE, generation = Generation.CURRENT)
    public String getEntityDefs(
            @QueryParam("getInheritedAttributes") @DefaultValue("false") String getInheritedAttributes) {
        access();
        return text(API.entityTypes(inherits(getInheritedAttributes)));
    }

    /** All types of relationships. */
    @GET
    @Path("open-metadata-types/relationship-defs")
    @Permits(Role.VIEWER)
    @AnswersWith(value = OpenMetadataTypesApi.TYPES_RESPONSE, generation = Generation.CURRENT)
    public String getRelationshipDefs() {
        access();
        return text(API.relationshipTypes());
    }

    /** All classifications. */
    @GET
    @Path("open-metadata-types/classification-defs")
    @Permits(Role.VIEWER)
    @AnswersWith(value = OpenMetadataTypesApi.TYPES_RESPONSE, generation = Generation.CURRENT)
    public String getClassificationDefs() {
        access();
        return text(API.classificationTypes());
    }

    /** The types below a type of elements, however far. */
    @GET
    @Path("open-metadata-types/sub-types")
    @Permits(Role.VIEWER)
    @AnswersWith(value = OpenMetadataTypesApi.TYPES_RESPONSE, generation = Generation.CURRENT)
    public String getSubTypes(
            @QueryParam("typeName") String typeName,
            @QueryParam("getInheritedAttributes") @DefaultValue("false") String getInheritedAttributes) {
        access();
        return text(API.subTypes(typeName, inherits(getInheritedAttributes)));
    }

    /** The types of attributes. */
    @GET
    @Path("open-metadata-types/attribute-defs")
    @Permits(Role.VIEWER)
    @AnswersWith(value = OpenMetadataTypesApi.ATTRIBUTE_TYPES_RESPONSE, generation = Generation.CURRENT)
    public String findAttributeTypeDefsByCategory(@QueryParam("category") String category) {
        access();
        return text(API.attributeTypes(Optional.ofNullable(category)));
    }

    /** A type by its name. */
    @GET
    @Path("open-metadata-types/name/{typeName}")
    @Permits(Role.VIEWER)
    @AnswersWith(value = OpenMetadataTypesApi.TYPE_RESPONSE, generation = Generation.CURRENT)
    public String getTypeDefByName(
            @PathParam("typeName") String typeName,
            @QueryParam("getInheritedAttributes") @DefaultValue("false") String getInheritedAttributes) {
        access();
        return text(API.byName(typeName, inherits(getInheritedAttributes)));
    }

    /** A type by the GUID that it has here. */
    @GET
    @Path("open-metadata-types/guid/{typeGuid}")
    @Permits(Role.VIEWER)
    @AnswersWith(value = OpenMetadataTypesApi.TYPE_RESPONSE, generation = Generation.CURRENT)
    public String getTypeDefByGUID(
            @PathParam("typeGuid") String typeGuid,
            @QueryParam("getInheritedAttributes") @DefaultValue("false") String getInheritedAttributes) {
        access();
        return text(API.byGuid(typeGuid, inherits(getInheritedAttributes)));
    }

    /** A type of attributes by its name. */
    @GET
    @Path("open-metadata-attribute-types/name/{typeName}")
    @Permits(Role.VIEWER)
    @AnswersWith(value = OpenMetadataTypesApi.ATTRIBUTE_TYPE_RESPONSE, generation = Generation.CURRENT)
    public String getAttributeTypeDefByName(@PathParam("typeName") String typeName) {
        access();
        return text(API.attributeTypeByName(typeName));
    }

    /** A type of attributes by the GUID that it has here. */
    @GET
    @Path("open-metadata-attribute-types/guid/{typeGuid}")
    @Permits(Role.VIEWER)
    @AnswersWith(value = OpenMetadataTypesApi.ATTRIBUTE_TYPE_RESPONSE, generation = Generation.CURRENT)
    public String getAttributeTypeDefByGUID(@PathParam("typeGuid") String typeGuid) {
        access();
        return text(API.attributeTypeByGuid(typeGuid));
    }

    private static boolean inherits(String getInheritedAttributes) {
        return QueryValue.flag("getInheritedAttributes", getInheritedAttributes);
    }
}
