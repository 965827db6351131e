package io.openintegration.daemon.rest.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.access.Role;
import io.openintegration.daemon.configuration.documents.DestinationConnections;
import io.openintegration.daemon.configuration.documents.DestinationEdits;
import io.openintegration.daemon.rest.AnswersWith;
import io.openintegration.daemon.rest.Generation;
import io.openintegration.daemon.rest.Json;
import io.openintegration.daemon.rest.Permits;
import io.openintegration.daemon.rest.Speaks;
import jakarta.ws.rs.DELETE;
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
 * Commands for audit log destinations. Where the body is a list of severities, an empty one, or none, means all. A
 * destination takes the place of one of the same name.
 */
@Produces(MediaType.APPLICATION_JSON)
public abstract class DestinationCommands extends AdminCommands {

    private static final String NAMED = "connection/{connectionName}";

    /** As Egeria 2.7 to 5.x spell them. */
    @Path(AdminPaths.USERS_PATH_SERVER + "/audit-log-destinations")
    @Speaks(Generation.ADMINISTRATION)
    public static class UsersPath extends DestinationCommands {}

    /** As Egeria 6 spells them. */
    @Path(AdminPaths.CURRENT_SERVER + "/audit-log-destinations")
    @Speaks(Generation.CURRENT)
    public static class Current extends DestinationCommands {}

    /** The audit log destinations, without secrets. */
    @GET
    @Permits(Role.OPERATOR)
    @AnswersWith("ConnectionListResponse")
    public String getAuditLogDestinations() {
        return ok("ConnectionListResponse")
                .set("connections", DestinationEdits.of(shown()))
                .toString();
    }

    /** Replaces all audit log destinations by the connections of the body. */
    @POST
    @Permits(Role.ADMINISTRATOR)
    @AnswersWith("VoidResponse")
    public String setAuditLogDestinations(InputStream body) {
        return change(DestinationEdits.replaceAll(AdminBody.objects(body, "a list of connections")));
    }

    /** Takes all audit log destinations out. */
    @DELETE
    @Permits(Role.ADMINISTRATOR)
    @AnswersWith("VoidResponse")
    public String clearAuditLogDestinations() {
        content();
        return change(DestinationEdits.replaceAll(Json.MAPPER.createArrayNode()));
    }

    /** Adds the console as audit log destination, with the severities that suit it. */
    @POST
    @Path("default")
    @Permits(Role.ADMINISTRATOR)
    @AnswersWith("VoidResponse")
    public String setDefaultAuditLog() {
        return change(DestinationEdits.add(DestinationConnections.standard()));
    }

    /** Adds the console as audit log destination. */
    @POST
    @Path("console")
    @Permits(Role.ADMINISTRATOR)
    @AnswersWith("VoidResponse")
    public String addConsoleAuditLogDestination(InputStream body) {
        return change(DestinationEdits.add(DestinationConnections.console(AdminBody.names(body))));
    }

    /** Adds the server's log as audit log destination, by SLF4J. */
    @POST
    @Path("slf4j")
    @Permits(Role.ADMINISTRATOR)
    @AnswersWith("VoidResponse")
    public String addSLF4JAuditLogDestination(InputStream body) {
        return change(DestinationEdits.add(DestinationConnections.slf4j(AdminBody.names(body))));
    }

    /** Adds files as audit log destination, in the directory that is named or in the server's own. */
    @POST
    @Path("files")
    @Permits(Role.ADMINISTRATOR)
    @AnswersWith("VoidResponse")
    public String addFileAuditLogDestination(@QueryParam("directoryName") String directory, InputStream body) {
        return change(DestinationEdits.add(
                DestinationConnections.files(Optional.ofNullable(directory), AdminBody.names(body))));
    }

    /** Adds a topic as audit log destination: the one that is named, or the platform's. */
    @POST
    @Path("event-topic")
    @Permits(Role.ADMINISTRATOR)
    @AnswersWith("VoidResponse")
    public String addEventTopicAuditLogDestination(@QueryParam("topicName") String topic, InputStream body) {
        return change(
                DestinationEdits.add(DestinationConnections.topic(Optional.ofNullable(topic), AdminBody.names(body))));
    }

    /** Adds the database as audit log destination; the body has its properties. */
    @POST
    @Path("postgres")
    @Permits(Role.ADMINISTRATOR)
    @AnswersWith("VoidResponse")
    public String addPostgreSQLAuditLogDestination(InputStream body) {
        ObjectNode properties = AdminBody.object(body, "the properties of the database");
        return change(DestinationEdits.add(DestinationConnections.postgres(properties)));
    }

    /** Adds the audit log destination that a connection describes. */
    @POST
    @Path("connection")
    @Permits(Role.ADMINISTRATOR)
    @AnswersWith("VoidResponse")
    public String addAuditLogDestination(InputStream body) {
        return change(DestinationEdits.add(AdminBody.object(body, "a connection")));
    }

    /** Replaces the audit log destination of that name. */
    @POST
    @Path(NAMED)
    @Permits(Role.ADMINISTRATOR)
    @AnswersWith("VoidResponse")
    public String updateAuditLogDestination(@PathParam("connectionName") String name, InputStream body) {
        return change(DestinationEdits.update(name, AdminBody.object(body, "a connection")));
    }

    /** Takes the audit log destination of that name out. */
    @DELETE
    @Path(NAMED)
    @Permits(Role.ADMINISTRATOR)
    @AnswersWith("VoidResponse")
    public String clearAuditLogDestination(@PathParam("connectionName") String name) {
        content();
        return change(DestinationEdits.remove(name));
    }
}
