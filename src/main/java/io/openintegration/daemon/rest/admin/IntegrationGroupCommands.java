package io.openintegration.daemon.rest.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.access.Role;
import io.openintegration.daemon.configuration.documents.DocumentMessage;
import io.openintegration.daemon.configuration.documents.GroupEdits;
import io.openintegration.daemon.rest.AnswersWith;
import io.openintegration.daemon.rest.Generation;
import io.openintegration.daemon.rest.Permits;
import io.openintegration.daemon.rest.RejectedRequestException;
import io.openintegration.daemon.rest.Speaks;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/**
 * Commands for integration groups. This product runs none: it keeps what a document has of them, shows it, and can take it
 * out, but does not take any in.
 */
@Produces(MediaType.APPLICATION_JSON)
public abstract class IntegrationGroupCommands extends AdminCommands {

    /** As Egeria 4 and 5 spell them. */
    @Path(AdminPaths.USERS_PATH_SERVER)
    @Speaks(Generation.ADMINISTRATION)
    public static class UsersPath extends IntegrationGroupCommands {}

    /** As Egeria 6 spells them. */
    @Path(AdminPaths.CURRENT_SERVER)
    @Speaks(Generation.CURRENT)
    public static class Current extends IntegrationGroupCommands {}

    /** The integration groups that the document has, as a rule none. */
    @GET
    @Path("integration-groups/configuration")
    @Permits(Role.OPERATOR)
    @AnswersWith("IntegrationGroupsResponse")
    public String getIntegrationGroupsConfiguration() {
        ObjectNode answer = ok("IntegrationGroupsResponse");
        return answer.set("groups", GroupEdits.of(shown())).toString();
    }

    /** Refused: integration groups are not run here. */
    @POST
    @Path("{all:integration-groups/configuration|integration-groups/configuration/all}")
    @Permits(Role.ADMINISTRATOR)
    @AnswersWith("VoidResponse")
    public String configureIntegrationGroups() {
        throw unsupported("integration groups");
    }

    /** Takes all integration groups out. */
    @DELETE
    @Path("integration-groups")
    @Permits(Role.ADMINISTRATOR)
    @AnswersWith("VoidResponse")
    public String clearIntegrationGroups() {
        content();
        return change(GroupEdits.removeAll());
    }

    /** Takes the integration group of that name out; nothing happens where it is not there. */
    @DELETE
    @Path("integration-groups/{groupQualifiedName}")
    @Permits(Role.ADMINISTRATOR)
    @AnswersWith("VoidResponse")
    public String clearIntegrationGroup(@PathParam("groupQualifiedName") String group) {
        content();
        return change(GroupEdits.remove(group));
    }

    /** What Egeria 6 has as the daemon's services: none. */
    @GET
    @Path("integration-daemon-services")
    @Permits(Role.OPERATOR)
    @AnswersWith("IntegrationDaemonServicesResponse")
    public String getIntegrationDaemonServicesConfiguration() {
        content();
        return ok("IntegrationDaemonServicesResponse").toString();
    }

    /** Refused: what Egeria 6 has as the daemon's services is not run here. */
    @POST
    @Path("integration-daemon-services")
    @Permits(Role.ADMINISTRATOR)
    @AnswersWith("VoidResponse")
    public String setIntegrationDaemonServices() {
        throw unsupported("integration daemon services");
    }

    /** Takes out what Egeria 6 has as the daemon's services: there is none, so nothing happens. */
    @DELETE
    @Path("integration-daemon-services")
    @Permits(Role.ADMINISTRATOR)
    @AnswersWith("VoidResponse")
    public String clearIntegrationDaemonServices() {
        content();
        return done();
    }

    private RejectedRequestException unsupported(String what) {
        return new RejectedRequestException(DocumentMessage.GROUPS_NOT_SUPPORTED.with(server(), what));
    }
}
