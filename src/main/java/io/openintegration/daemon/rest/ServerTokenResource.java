package io.openintegration.daemon.rest;

import io.openintegration.daemon.access.token.TokenDesk;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import java.io.InputStream;

/** The same tokens at the URL of a named server. Which server it is does not matter, and is not checked, as in Egeria. */
@Path("servers/{server}/api/token")
public class ServerTokenResource {

    @Inject
    private TokenDesk desk;

    @Context
    private HttpServletRequest request;

    /**
     * Issues a token, as bare text whatever the client accepts.
     *
     * @param body as {@link TokenResource#createToken} reads it
     */
    @POST
    @Produces({"text/plain;charset=UTF-8", "application/json;qs=0.5"})
    @OpenToAll
    @AnswersWith(value = "FFDCResponseBase", generation = Generation.CURRENT, httpStatus = true)
    public String createToken(InputStream body) {
        TokenRequest login = TokenRequest.read(body);
        return desk.issue(login.userId(), login.password(), request.getRemoteAddr());
    }
}
