package io.openintegration.daemon.rest;

import io.openintegration.daemon.access.Role;
import io.openintegration.daemon.metadata.ServerName;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/**
 * What Egeria's clients ask of integration groups. This product has none: its connectors stand in configuration documents.
 * So the list is empty, and no group runs.
 */
@Produces(MediaType.APPLICATION_JSON)
public abstract class IntegrationGroups {

    @PathParam("serverName")
    private String server;

    @Inject
    private DaemonRequests daemons;

    @Inject
    private CurrentRequest current;

    /** The integration groups of the daemon: none. */
    @GET
    @Path("integration-groups/summary")
    @Permits(Role.VIEWER)
    @AnswersWith("IntegrationGroupSummariesResponse")
    public String getIntegrationGroupSummaries() {
        daemons.daemon(server);
        return current.ok("IntegrationGroupSummariesResponse")
                .set("integrationGroupSummaries", Json.MAPPER.createArrayNode())
                .toString();
    }

    /** Refused: integration groups do not run here, so there is none to be shown. */
    @GET
    @Path("integration-groups/{integrationGroupName}/summary")
    @Permits(Role.VIEWER)
    @AnswersWith("IntegrationGroupSummaryResponse")
    public String getIntegrationGroupSummary(@PathParam("integrationGroupName") String group) {
        throw noSuchGroup(group);
    }

    /** Refused: integration groups do not run here, so there is none whose configuration could be read anew. */
    @GET
    @Path("integration-groups/{integrationGroupName}/refresh-config")
    @Permits(Role.OPERATOR)
    @AnswersWith("VoidResponse")
    public String refreshConfig(@PathParam("integrationGroupName") String group) {
        throw noSuchGroup(group);
    }

    private RejectedRequestException noSuchGroup(String group) {
        ServerName daemon = daemons.daemon(server);
        return new RejectedRequestException(FamilyMessage.NO_SUCH_GROUP.with(group, daemon));
    }
}
