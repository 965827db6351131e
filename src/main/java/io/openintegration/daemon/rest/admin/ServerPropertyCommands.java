package io.openintegration.daemon.rest.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.openintegration.daemon.access.Role;
import io.openintegration.daemon.configuration.ServerType;
import io.openintegration.daemon.configuration.documents.ServerEdits;
import io.openintegration.daemon.platform.ServerRegistry;
import io.openintegration.daemon.rest.AnswersWith;
import io.openintegration.daemon.rest.BodyTypes;
import io.openintegration.daemon.rest.Generation;
import io.openintegration.daemon.rest.Json;
import io.openintegration.daemon.rest.Permits;
import io.openintegration.daemon.rest.RejectedRequestException;
import io.openintegration.daemon.rest.RestMessage;
import io.openintegration.daemon.rest.Speaks;
import jakarta.ejb.EJB;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Commands for a server's own properties. A value comes as a query parameter or as the body; an empty one takes the property
 * out of the document.
 */
@Produces(MediaType.APPLICATION_JSON)
public abstract class ServerPropertyCommands extends AdminCommands {

    private static final String URL = "localServerURL";
    private static final String PAGE_SIZE = "maxPageSize";

    @EJB
    private ServerRegistry servers;

    @Context
    private HttpHeaders headers;

    /** As Egeria 2.7 to 5.x spell them. */
    @Path(AdminPaths.USERS_PATH_SERVER)
    @Speaks(Generation.ADMINISTRATION)
    public static class UsersPath extends ServerPropertyCommands {}

    /** As Egeria 6 spells them. */
    @Path(AdminPaths.CURRENT_SERVER)
    @Speaks(Generation.CURRENT)
    public static class Current extends ServerPropertyCommands {}

    /** The type of server that the document describes. */
    @GET
    @Path("server-type-classification")
    @Permits(Role.OPERATOR)
    @AnswersWith("ServerClassificationResponse")
    public String getServerTypeClassification() {
        content();
        ServerType type = servers.typeOf(server());
        ObjectNode summary = Json.object()
                .put("class", "ServerTypeClassificationSummary")
                .put("serverTypeName", type.displayName())
                .put(
                        "serverTypeDescription",
                        switch (type) {
                            case INTEGRATION_DAEMON -> "Hosts integration connectors.";
                            case METADATA_ACCESS_STORE -> "Keeps open metadata and answers queries for it.";
                        })
                .put(
                        "serverTypeWiki",
                        "https://egeria-project.org/concepts/"
                                + type.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        return ok("ServerClassificationResponse")
                .set("serverTypeClassification", summary)
                .toString();
    }

    /** Sets the type, as documents spell it; without one it follows from what the document holds. */
    @POST
    @Path("server-type")
    @Permits(Role.ADMINISTRATOR)
    @BodyTypes({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
    @AnswersWith("VoidResponse")
    public String setServerType(@QueryParam("typeName") String typeName, InputStream body) {
        return set("localServerType", value("typeName", typeName, body));
    }

    /** Sets the organization that runs the server. */
    @POST
    @Path("organization-name")
    @Permits(Role.ADMINISTRATOR)
    @BodyTypes({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
    @AnswersWith("VoidResponse")
    public String setOrganizationName(@QueryParam("name") String name, InputStream body) {
        return set("organizationName", value("name", name, body));
    }

    /** Sets the description: what the server is for. */
    @POST
    @Path("server-description")
    @Permits(Role.ADMINISTRATOR)
    @BodyTypes({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
    @AnswersWith("VoidResponse")
    public String setServerDescription(@QueryParam("description") String description, InputStream body) {
        return set("localServerDescription", value("description", description, body));
    }

    /** Sets the user in whose name the server acts. */
    @POST
    @Path("server-user-id")
    @Permits(Role.ADMINISTRATOR)
    @BodyTypes({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
    @AnswersWith("VoidResponse")
    public String setServerUserId(@QueryParam("id") String id, InputStream body) {
        return set("localServerUserId", value("id", id, body));
    }

    /** Sets the password of the server's user. In the body it does not get into logs of URLs. */
    @POST
    @Path("server-user-password")
    @Permits(Role.ADMINISTRATOR)
    @BodyTypes({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
    @AnswersWith("VoidResponse")
    public String setServerPassword(@QueryParam("password") String password, InputStream body) {
        return set("localServerPassword", value("password", password, body));
    }

    /** Sets the largest page that the server returns; 0 means no limit. */
    @POST
    @Path("max-page-size")
    @Permits(Role.ADMINISTRATOR)
    @BodyTypes({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
    @AnswersWith("VoidResponse")
    public String setMaxPageSize(@QueryParam("limit") String limit, InputStream body) {
        String number = value("limit", limit, body);
        if (!number.matches("\\d{1,9}")) {
            throw new RejectedRequestException(
                    RestMessage.BAD_PARAMETER.with("limit", number, "a number from 0 to 999999999"));
        }
        return change(ServerEdits.set(PAGE_SIZE, IntNode.valueOf(Integer.parseInt(number))));
    }

    /** Sets the URL by which others reach the server. */
    @POST
    @Path("server-url-root")
    @Permits(Role.ADMINISTRATOR)
    @BodyTypes({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
    @AnswersWith("VoidResponse")
    public String setServerURLRoot(@QueryParam("url") String url, InputStream body) {
        return set(URL, value("url", url, body));
    }

    /** Sets the URL by which others reach the server, from a request body of its own class. */
    @POST
    @Path("server-url-root-for-caller")
    @Permits(Role.ADMINISTRATOR)
    @AnswersWith("VoidResponse")
    public String setServerRootURL(InputStream body) {
        ObjectNode given = AdminBody.object(body, "an object with urlRoot");
        AdminBody.requireKnown(given, List.of("urlRoot"));
        return set(URL, AdminBody.text(given, "urlRoot"));
    }

    /** The basic properties, together: type, description, organization, user, URL and page size. */
    @GET
    @Path("server-properties")
    @Permits(Role.OPERATOR)
    @AnswersWith("BasicServerPropertiesResponse")
    public String getBasicServerProperties() {
        ObjectNode document = shown();
        ObjectNode properties = Json.object().put("class", "BasicServerProperties");
        for (String field : ServerEdits.BASIC) {
            JsonNode value = document.path(field);
            if (!value.isMissingNode() && !value.isNull()) {
                properties.set(field, value);
            }
        }
        return ok("BasicServerPropertiesResponse")
                .set("basicServerProperties", properties)
                .toString();
    }

    /** Sets those of the basic properties that the body names. */
    @POST
    @Path("server-properties")
    @Permits(Role.ADMINISTRATOR)
    @AnswersWith("VoidResponse")
    public String setBasicServerProperties(InputStream body) {
        ObjectNode given = AdminBody.object(body, "the server's properties");
        AdminBody.requireKnown(given, ServerEdits.BASIC);
        ServerEdits.BASIC.stream()
                .filter(field -> given.hasNonNull(field) && !field.equals(PAGE_SIZE))
                .forEach(field -> AdminBody.text(given, field));
        return change(ServerEdits.basic(given));
    }

    private String set(String field, String value) {
        return change(ServerEdits.set(field, TextNode.valueOf(value)));
    }

    private String value(String name, String inQuery, InputStream body) {
        return required(
                Optional.ofNullable(inQuery).or(() -> AdminBody.text(body, headers.getMediaType())),
                name,
                "set a server's property");
    }
}
