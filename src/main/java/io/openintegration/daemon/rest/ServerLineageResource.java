package io.openintegration.daemon.rest;

import io.openintegration.daemon.access.Role;
import io.openintegration.daemon.metadata.BatchStore;
import io.openintegration.daemon.metadata.LineageQuery;
import io.openintegration.daemon.metadata.LineageWalk;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.Requester;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.platform.ServerRegistry;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;

/** Lineage by one server: a daemon takes events in, a metadata access store tells what came of them. */
@Path("api/v1/servers/{server}/lineage")
@Produces(MediaType.APPLICATION_JSON)
public class ServerLineageResource {

    @PathParam("server")
    private String server;

    @EJB
    private ServerRegistry servers;

    @Inject
    private DaemonRequests daemons;

    @Inject
    private CurrentRequest current;

    /**
     * Accepts an OpenLineage event for the connectors of this daemon that take such events in: a client whose endpoint is set to this
     * path sends to one daemon, whatever else is started. It is stored when this returns.
     */
    @POST
    @Permits(Role.PRODUCER)
    public String accept(InputStream body) {
        if (daemons.operated(server).receiveLineage(LineageEvents.one(body)) == 0) {
            throw new RejectedRequestException(RestMessage.NO_LINEAGE_TAKER.with());
        }
        return Json.object().put("accepted", 1).toString();
    }

    /**
     * Where the data of an element of this metadata access store comes from, or goes. Elements are told once, however many ways lead
     * to them. With no more than 10000 of them: where there are more, the answer says so in {@code truncated}.
     *
     * @param qualifiedName name of the element: a data set, a process, a column
     * @param direction where to look
     * @param depth how many steps away: a process between two data sets makes two
     * @param columns whether to tell how the columns of what is found map to each other
     */
    @GET
    @Permits(Role.VIEWER)
    public String lineage(
            @QueryParam("qualifiedName") @DefaultValue("") String qualifiedName,
            @QueryParam("direction") @DefaultValue("upstream") String direction,
            @QueryParam("depth") @DefaultValue("10") String depth,
            @QueryParam("columns") @DefaultValue("false") String columns) {
        ServerName name = new ServerName(server);
        BatchStore store = servers.requireStore(name, current.user()).store();
        if (qualifiedName.isBlank()) {
            throw QueryValue.bad("qualifiedName", qualifiedName, "the qualified name of an element");
        }
        LineageQuery query = new LineageQuery(
                new QualifiedName(qualifiedName),
                QueryValue.choice("direction", direction.toUpperCase(Locale.ROOT), LineageQuery.Direction.class),
                QueryValue.number("depth", depth, 1, LineageQuery.DEEPEST),
                QueryValue.flag("columns", columns),
                LineageQuery.MOST_NODES);
        return new LineageWalk(store, new Requester(current.user(), Optional.empty()))
                .walk(query)
                .map(graph -> Json.text(LineageJson.graph(query, graph)))
                .orElseThrow(() -> new RejectedRequestException(
                        RestMessage.NO_SUCH_ELEMENT.with(Problem.shown(qualifiedName), name)));
    }
}
