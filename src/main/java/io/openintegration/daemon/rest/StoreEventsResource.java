package io.openintegration.daemon.rest;

import io.openintegration.daemon.access.Role;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.StoreEvents;
import io.openintegration.daemon.platform.ServerRegistry;
import io.openintegration.daemon.rest.store.EventStream;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** What changes in a metadata access store, as it changes. */
@Path("api/v1/servers/{server}/open-metadata-store/events")
public class StoreEventsResource {

    private static final Logger LOG = System.getLogger(StoreEventsResource.class.getName());

    @PathParam("server")
    private String server;

    @EJB
    private ServerRegistry servers;

    @Inject
    private CurrentRequest current;

    @Inject
    private EventListeners listeners;

    /**
     * Tells each committed change of metadata, as server-sent events that do not end while the store is started. Begins with
     * now, or behind the event that the header {@code Last-Event-ID} names; an event {@code gap} tells that some are not known any more.
     */
    @GET
    @Permits(Role.VIEWER)
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Response listen(@HeaderParam("Last-Event-ID") String lastEventId) {
        StoreEvents events =
                servers.requireStore(new ServerName(server), current.user()).events();
        EventStream stream =
                new EventStream(events, Optional.ofNullable(lastEventId).filter(id -> !id.isBlank()));
        listeners.come();
        StreamingOutput body = listener -> {
            try {
                stream.sendTo(listener);
            } catch (IOException gone) {
                LOG.log(Level.DEBUG, "A listener to events is gone", gone);
            } finally {
                listeners.go();
            }
        };
        return Response.ok(body, MediaType.SERVER_SENT_EVENTS_TYPE).build();
    }

    /** Whether there is something to listen to: JAX-RS would answer it by GET, which does not end. */
    @HEAD
    @Permits(Role.VIEWER)
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Response look() {
        servers.requireStore(new ServerName(server), current.user());
        return Response.ok().type(MediaType.SERVER_SENT_EVENTS_TYPE).build();
    }
}
