package io.openintegration.daemon.rest.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.access.Role;
import io.openintegration.daemon.configuration.documents.ConnectorSections;
import io.openintegration.daemon.configuration.documents.ServiceEdits;
import io.openintegration.daemon.rest.AnswersWith;
import io.openintegration.daemon.rest.Generation;
import io.openintegration.daemon.rest.Json;
import io.openintegration.daemon.rest.Permits;
import io.openintegration.daemon.rest.Speaks;
import io.openintegration.daemon.spi.IntegrationService;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;

/** Commands for the integration services of a daemon and their connectors. */
@Produces(MediaType.APPLICATION_JSON)
public abstract class IntegrationServiceCommands extends AdminCommands {

    private static final String SERVICES = "integrationServicesConfig";

    /** As Egeria 2.7 to 5.x spell them. */
    @Path(AdminPaths.USERS_PATH_SERVER + "/integration-services")
    @Speaks(Generation.ADMINISTRATION)
    public static class UsersPath extends IntegrationServiceCommands {}

    /** In the manner of Egeria 6, which has no such services any more. */
    @Path(AdminPaths.CURRENT_SERVER + "/integration-services")
    @Speaks(Generation.CURRENT)
    public static class Current extends IntegrationServiceCommands {}

    /** The services that the document configures. */
    @GET
    @Permits(Role.OPERATOR)
    @AnswersWith("RegisteredOMAGServicesResponse")
    public String getRegisteredIntegrationServices() {
        ObjectNode answer = ok("RegisteredOMAGServicesResponse");
        ArrayNode list = answer.putArray("services");
        for (JsonNode section : content().path(SERVICES)) {
            IntegrationService.ofUrlMarker(
                            section.path("integrationServiceURLMarker").asText())
                    .ifPresent(service -> list.add(described(service)));
        }
        return answer.toString();
    }

    /** The sections of all integration services, without secrets. */
    @GET
    @Path("configuration")
    @Permits(Role.OPERATOR)
    @AnswersWith("IntegrationServicesResponse")
    public String getIntegrationServicesConfiguration() {
        ObjectNode answer = ok("IntegrationServicesResponse");
        JsonNode services = shown().path(SERVICES);
        return answer.set("services", services.isArray() ? services : answer.arrayNode())
                .toString();
    }

    /** A service's section, without secrets. */
    @GET
    @Path("{serviceURLMarker}/configuration")
    @Permits(Role.OPERATOR)
    @AnswersWith("IntegrationServiceConfigResponse")
    public String getIntegrationServiceConfiguration(@PathParam("serviceURLMarker") String marker) {
        ServiceMarker.service(marker);
        return ok("IntegrationServiceConfigResponse")
                .set("config", ConnectorSections.requireService(shown(), marker))
                .toString();
    }

    /** Configures a service: its metadata server, options and connectors. What it had before is replaced. */
    @POST
    @Path("{serviceURLMarker}")
    @Permits(Role.ADMINISTRATOR)
    @AnswersWith("VoidResponse")
    public String configureIntegrationService(@PathParam("serviceURLMarker") String marker, InputStream body) {
        IntegrationService service = ServiceMarker.service(marker);
        return change(ServiceEdits.put(service, AdminBody.object(body, "an IntegrationServiceRequestBody")));
    }

    /** Configures a service by its whole section. */
    @POST
    @Path("configuration")
    @Permits(Role.ADMINISTRATOR)
    @AnswersWith("VoidResponse")
    public String configureIntegrationServiceWhole(InputStream body) {
        return change(ServiceEdits.put(AdminBody.object(body, "an IntegrationServiceConfig")));
    }

    /** Replaces all services. */
    @POST
    @Path("configuration/all")
    @Permits(Role.ADMINISTRATOR)
    @AnswersWith("VoidResponse")
    public String setIntegrationServicesConfig(InputStream body) {
        return change(ServiceEdits.replaceAll(AdminBody.objects(body, "a list of IntegrationServiceConfig")));
    }

    /** Takes all services out. */
    @DELETE
    @Permits(Role.ADMINISTRATOR)
    @AnswersWith("VoidResponse")
    public String clearAllIntegrationServices() {
        content();
        return change(ServiceEdits.removeAll());
    }

    /** Takes a service out; nothing happens where it is not there. */
    @DELETE
    @Path("{serviceURLMarker}")
    @Permits(Role.ADMINISTRATOR)
    @AnswersWith("VoidResponse")
    public String clearIntegrationService(@PathParam("serviceURLMarker") String marker) {
        ServiceMarker.service(marker);
        content();
        return change(ServiceEdits.remove(marker));
    }

    private static ObjectNode described(IntegrationService service) {
        return Json.object()
                .put("serviceName", service.fullName())
                .put("serviceURLMarker", service.urlMarker())
                .put("serviceDescription", service.description())
                .put("serviceWiki", service.wiki());
    }
}
