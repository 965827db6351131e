package io.openintegration.daemon.access.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.proc.JWSVerifierFactory;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.openintegration.daemon.access.Caller;
import io.openintegration.daemon.access.Credentials;
import io.openintegration.daemon.access.token.ClaimsRule;
import io.openintegration.daemon.access.token.IssuerUnavailableException;
import io.openintegration.daemon.access.token.TokenIssuer;
import io.openintegration.daemon.access.token.TokenRefusal;
import io.openintegration.daemon.access.token.TokenRefusedException;
import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.metadata.UserId;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * An issuer outside this platform. Its users need not stand in the file of users, and what stands there does not count for
 * them: their roles are those that the token's claim is mapped to.
 */
public final class OidcIssuer implements TokenIssuer {

    /** Asymmetric ones alone: a public key must never be taken for a shared secret. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private static final int SMALLEST_RSA_KEY_BITS = 2_048;

    private final OidcSettings settings;
    private final IssuerKeys keys;
    private final ClaimsRule rule;
    private final RoleMapping mapping;
    private final JWSVerifierFactory verifiers = new DefaultJWSVerifierFactory();

    OidcIssuer(OidcSettings settings, IssuerKeys keys, Clock clock) {
        this.settings = settings;
        this.keys = keys;
        this.rule = new ClaimsRule(settings.url(), settings.audience(), clock);
        this.mapping = new RoleMapping(settings.rolesClaim(), settings.roles());
    }

    /**
     * An issuer whose keys are found by discovery, when the first of its tokens comes.
     *
     * @param background runs a task on a thread of its own
     */
    public static OidcIssuer discovered(OidcSettings settings, Executor background, AuditLog log, Clock clock) {
        IssuerKeys keys = new IssuerKeys(settings.url(), new DiscoveredKeys(settings.url()), background, log, clock);
        return new OidcIssuer(settings, keys, clock);
    }

    @Override
    public String issuer() {
        return settings.url();
    }

    @Override
    public Caller verify(SignedJWT token, JWTClaimsSet claims)
            throws TokenRefusedException, IssuerUnavailableException {
        if (!ALGORITHMS.contains(token.getHeader().getAlgorithm())) {
            throw new TokenRefusedException(TokenRefusal.ALGORITHM);
        }
        if (keys.matching(token.getHeader()).stream().noneMatch(key -> isSigned(token, key))) {
            throw new TokenRefusedException(TokenRefusal.SIGNATURE);
        }
        rule.check(claims);
        requireAccessToken(claims);
        return new Caller(user(claims), mapping.roles(claims));
    }

    private boolean isSigned(SignedJWT token, JWK key) {
        try {
            boolean strong = !KeyType.RSA.equals(key.getKeyType()) || key.size() >= SMALLEST_RSA_KEY_BITS;
            return strong
                    && key instanceof AsymmetricJWK asymmetric
                    && token.verify(verifiers.createJWSVerifier(token.getHeader(), asymmetric.toPublicKey()));
        } catch (JOSEException e) {
            return false; // the key is not one for this algorithm
        }
    }

    /** Keycloak tells by {@code typ} what its tokens are for; ID and refresh tokens open nothing. */
    private static void requireAccessToken(JWTClaimsSet claims) throws TokenRefusedException {
        Object kind = claims.getClaim("typ");
        if (kind != null && !kind.equals("Bearer")) {
            throw new TokenRefusedException(TokenRefusal.WRONG_KIND);
        }
    }

    private UserId user(JWTClaimsSet claims) throws TokenRefusedException {
        if (claims.getClaim(settings.userClaim()) instanceof String user
                && !user.isBlank()
                && user.length() <= Credentials.LONGEST_USER
                && user.chars().noneMatch(Character::isISOControl)) {
            return new UserId(user);
        }
        throw new TokenRefusedException(TokenRefusal.USER);
    }
}
