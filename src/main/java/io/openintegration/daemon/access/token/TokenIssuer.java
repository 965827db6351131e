package io.openintegration.daemon.access.token;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.openintegration.daemon.access.Caller;

/** Port: somebody whose tokens are accepted. Called from any thread. */
public interface TokenIssuer {

    /** The claim {@code iss} of its tokens. */
    String issuer();

    /**
     * Checks everything about a token, its signature first.
     *
     * @param claims of the token; nothing of them is true before the signature is checked
     * @return for whom the token stands, with the roles of this moment
     */
    Caller verify(SignedJWT token, JWTClaimsSet claims) throws TokenRefusedException, IssuerUnavailableException;
}
