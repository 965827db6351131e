package io.openintegration.daemon.rest;

import io.openintegration.daemon.access.Role;
import io.openintegration.daemon.metadata.Refusals;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;

/** What Egeria's open metadata store does and ours does not. Each operation says so, in its own response class. */
@Path(StoreOperations.PATH)
@Produces(MediaType.APPLICATION_JSON)
public class UnsupportedStoreResource extends StoreOperations {

    /** Not supported: an element from a template. */
    @POST
    @Path("metadata-elements/from-template")
    @Permits(Role.OPERATOR)
    @AnswersWith(value = "GUIDResponse", generation = Generation.CURRENT)
    public String createMetadataElementFromTemplate(InputStream body) {
        throw refusal("createMetadataElementFromTemplate", "an element from a template", body);
    }

    /** Not supported: times of effect. */
    @POST
    @Path("metadata-elements/{guid}/update-effectivity")
    @Permits(Role.OPERATOR)
    @AnswersWith(value = "VoidResponse", generation = Generation.CURRENT)
    public String updateMetadataElementEffectivityInStore(@PathParam("guid") String guid, InputStream body) {
        throw refusal("updateMetadataElementEffectivityInStore", "times of effect", body);
    }

    /** Not supported: a governance zone. */
    @POST
    @Path("metadata-elements/{guid}/publish")
    @Permits(Role.OPERATOR)
    @AnswersWith(value = "VoidResponse", generation = Generation.CURRENT)
    public String publishMetadataElement(@PathParam("guid") String guid, InputStream body) {
        throw refusal("publishMetadataElement", "a governance zone", body);
    }

    /** Not supported: a governance zone. */
    @POST
    @Path("metadata-elements/{guid}/withdraw")
    @Permits(Role.OPERATOR)
    @AnswersWith(value = "VoidResponse", generation = Generation.CURRENT)
    public String withdrawMetadataElement(@PathParam("guid") String guid, InputStream body) {
        throw refusal("withdrawMetadataElement", "a governance zone", body);
    }

    /** Not supported: times of effect. */
    @POST
    @Path("metadata-elements/{guid}/classifications/{classification}/update-effectivity")
    @Permits(Role.OPERATOR)
    @AnswersWith(value = "VoidResponse", generation = Generation.CURRENT)
    public String updateClassificationEffectivityInStore(
            @PathParam("guid") String guid, @PathParam("classification") String classification, InputStream body) {
        throw refusal("updateClassificationEffectivityInStore", "times of effect", body);
    }

    /** Not supported: times of effect. */
    @POST
    @Path("related-elements/{relationship}/update-effectivity")
    @Permits(Role.OPERATOR)
    @AnswersWith(value = "VoidResponse", generation = Generation.CURRENT)
    public String updateRelatedElementsEffectivityInStore(
            @PathParam("relationship") String relationship, InputStream body) {
        throw refusal("updateRelatedElementsEffectivityInStore", "times of effect", body);
    }

    /** Not supported: earlier versions of an element. */
    @POST
    @Path("metadata-elements/{guid}/history")
    @Permits(Role.VIEWER)
    @AnswersWith(value = "OpenMetadataElementsResponse", generation = Generation.CURRENT)
    public String getMetadataElementHistory(@PathParam("guid") String guid, InputStream body) {
        throw refusal("getMetadataElementHistory", "earlier versions of an element", body);
    }

    /** Not supported: an element with all that is anchored to it. */
    @POST
    @Path("metadata-elements/{guid}/with-anchored-elements")
    @Permits(Role.VIEWER)
    @AnswersWith(value = "OpenMetadataGraphResponse", generation = Generation.CURRENT)
    public String getAnchoredElementsGraph(@PathParam("guid") String guid, InputStream body) {
        throw refusal("getAnchoredElementsGraph", "an element with all that is anchored to it", body);
    }

    /** Not supported: an asset's own log. */
    @POST
    @Path("assets/{guid}/log-records/{callingService}")
    @Permits(Role.OPERATOR)
    @AnswersWith(value = "VoidResponse", generation = Generation.CURRENT)
    public String logAssetAuditMessage(
            @PathParam("guid") String guid, @PathParam("callingService") String callingService, InputStream body) {
        throw refusal("logAssetAuditMessage", "an asset's own log", body);
    }

    /** A server that is not there, and a body that is none, are told of first. */
    private RuntimeException refusal(String operation, String what, InputStream body) {
        access();
        json(body);
        return Refusals.notSupported(operation, what);
    }
}
