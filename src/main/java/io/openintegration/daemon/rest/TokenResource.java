package io.openintegration.daemon.rest;

import io.openintegration.daemon.access.token.TokenDesk;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** Bearer tokens for users of this platform. Egeria's clients get theirs here. */
@Path("api/token")
public class TokenResource {

    @Inject
    private TokenDesk desk;

    @Context
    private HttpServletRequest request;

    /**
     * Issues a token, as bare text whatever the client accepts.
     *
     * @param body {@code {"userId":"…","password":"…"}}; other fields do not matter
     */
    @POST
    @Produces({"text/plain;charset=UTF-8", "application/json;qs=0.5"})
    @OpenToAll
    @AnswersWith(value = "FFDCResponseBase", generation = Generation.CURRENT, httpStatus = true)
    public String createToken(InputStream body) {
        TokenRequest login = TokenRequest.read(body);
        return desk.issue(login.userId(), login.password(), request.getRemoteAddr());
    }

    /** Revokes the token with which this request was sent. */
    @DELETE
    @Produces(MediaType.APPLICATION_JSON)
    @PermitsEveryCaller
    public void revokeToken(@Context HttpHeaders headers) {
        desk.revoke(Optional.ofNullable(headers.getRequestHeader(HttpHeaders.AUTHORIZATION))
                .orElseGet(List::of));
    }
}
