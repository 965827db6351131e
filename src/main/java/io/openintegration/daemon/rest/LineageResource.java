package io.openintegration.daemon.rest;

import io.openintegration.daemon.access.Role;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;

/** Where clients of OpenLineage post their events by default: for all daemons that are started here. */
@Path("api/v1/lineage")
@Produces(MediaType.APPLICATION_JSON)
public class LineageResource {

    @Inject
    private LineageEvents events;

    /**
     * Accepts an OpenLineage event of a run, a job or a data set, for all connectors of started daemons that take such events in. It is
     * stored when this returns, and in the catalogue some seconds later. The same event may be sent again.
     */
    @POST
    @Permits(Role.PRODUCER)
    public String accept(InputStream body) {
        events.sendToAll(LineageEvents.one(body));
        return Json.object().put("accepted", 1).toString();
    }

    /** The same for a list of events: all of them, or, where one is bad, none. */
    @POST
    @Path("batch")
    @Permits(Role.PRODUCER)
    public String acceptBatch(InputStream body) {
        List<String> batch = LineageEvents.batch(body);
        events.sendToAll(batch);
        return Json.object().put("accepted", batch.size()).toString();
    }
}
