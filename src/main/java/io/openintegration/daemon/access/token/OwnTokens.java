package io.openintegration.daemon.access.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.openintegration.daemon.access.Caller;
import io.openintegration.daemon.access.UserDirectory;
import io.openintegration.daemon.metadata.UserId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/**
 * Issues and verifies the platform's own tokens. A token says who its user is, not what the user may do: roles are those of
 * the moment at which it is used. It carries the user's stamp, so that a new stamp ends all tokens of the user.
 */
public final class OwnTokens implements TokenIssuer {

    /** Issuer and audience in one: nobody else verifies these tokens. */
    static final String NAME = "integration-daemon";

    static final JWSAlgorithm ALGORITHM = JWSAlgorithm.HS256;
    static final String STAMP = "stamp";

    private final UserDirectory users;
    private final Duration lifetime;
    private final Clock clock;
    private final JWSSigner signer;
    private final JWSVerifier verifier;

    /**
     * @param dataDirectory where the key is, or will be
     * @param lifetime of each token
     * @throws io.openintegration.daemon.access.AccessException {@code ACCESS-500-002} where the key can be neither read nor made
     */
    public OwnTokens(Path dataDirectory, UserDirectory users, Duration lifetime, Clock clock) {
        this.users = users;
        this.lifetime = lifetime;
        this.clock = clock;
        byte[] key = TokenKey.readOrMake(dataDirectory);
        try {
            this.signer = new MACSigner(key);
            this.verifier = new MACVerifier(key);
        } catch (JOSEException e) {
            throw new IllegalStateException("the key is long enough for " + ALGORITHM, e);
        }
    }

    @Override
    public String issuer() {
        return NAME;
    }

    /** A new token for a user of the directory. */
    public String issue(UserId user) {
        Instant now = clock.instant();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(NAME)
                .audience(NAME)
                .subject(user.value())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(lifetime)))
                .jwtID(UUID.randomUUID().toString())
                .claim(STAMP, users.tokenStamp(user).orElse(""))
                .build();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(ALGORITHM).type(JOSEObjectType.JWT).build(), claims);
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java runtime has " + ALGORITHM, e);
        }
        return token.serialize();
    }

    @Override
    public Caller verify(SignedJWT token, JWTClaimsSet claims) throws TokenRefusedException {
        if (!ALGORITHM.equals(token.getHeader().getAlgorithm())) {
            throw new TokenRefusedException(TokenRefusal.ALGORITHM);
        }
        if (!isSigned(token)) {
            throw new TokenRefusedException(TokenRefusal.SIGNATURE);
        }
        new ClaimsRule(NAME, NAME, clock).check(claims);
        if (claims.getSubject() == null || !(claims.getClaim(STAMP) instanceof String stamp)) {
            throw new TokenRefusedException(TokenRefusal.USER);
        }
        return users.holder(new UserId(claims.getSubject()), stamp)
                .orElseThrow(() -> new TokenRefusedException(TokenRefusal.REVOKED));
    }

    private boolean isSigned(SignedJWT token) {
        try {
            return token.verify(verifier);
        } catch (JOSEException e) {
            return false;
        }
    }
}
