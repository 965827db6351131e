package io.openintegration.daemon.access.token;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/**
 * What the claims of a token must say, once its signature was found right.
 *
 * @param issuer compared exactly
 * @param audience compared exactly; one of the token's
 */
public record ClaimsRule(String issuer, String audience, Clock clock) {

    /** How much the clocks of issuer and platform may differ. */
    static final Duration LEEWAY = Duration.ofSeconds(10);

    public void check(JWTClaimsSet claims) throws TokenRefusedException {
        require(issuer.equals(claims.getIssuer()), TokenRefusal.UNKNOWN_ISSUER);
        require(claims.getAudience().contains(audience), TokenRefusal.AUDIENCE);
        Instant now = clock.instant();
        require(claims.getExpirationTime() != null, TokenRefusal.MALFORMED);
        require(now.minus(LEEWAY).isBefore(claims.getExpirationTime().toInstant()), TokenRefusal.EXPIRED);
        requireReached(claims.getNotBeforeTime(), now);
        requireReached(claims.getIssueTime(), now);
    }

    private static void requireReached(Date time, Instant now) throws TokenRefusedException {
        require(time == null || !time.toInstant().isAfter(now.plus(LEEWAY)), TokenRefusal.NOT_YET_VALID);
    }

    private static void require(boolean condition, TokenRefusal otherwise) throws TokenRefusedException {
        if (!condition) {
            throw new TokenRefusedException(otherwise);
        }
    }
}
