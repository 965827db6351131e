package io.openintegration.daemon.rest;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;

/** Bearer tokens for users of this platform. Egeria's clients get theirs here. */
@Path("api/token")
public class TokenResource extends TokenOperations {

    /** Revokes the token with which this request was sent. */
    @DELETE
    @Produces(MediaType.APPLICATION_JSON)
    @PermitsEveryCaller
    public void revokeToken(@Context HttpHeaders headers) {
        desk().revoke(Optional.ofNullable(headers.getRequestHeader(HttpHeaders.AUTHORIZATION))
                .orElseGet(List::of));
    }
}
