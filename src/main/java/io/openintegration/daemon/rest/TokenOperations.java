package io.openintegration.daemon.rest;

import io.openintegration.daemon.access.token.TokenDesk;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import java.io.InputStream;

/** Issues bearer tokens. The URLs at which Egeria has this are one small class each. */
public abstract class TokenOperations {

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

    /** Where tokens are issued and revoked. */
    TokenDesk desk() {
        return desk;
    }
}
