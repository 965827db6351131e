package io.openintegration.daemon.access.token;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.openintegration.daemon.access.AccessException;
import io.openintegration.daemon.access.AccessMessage;
import io.openintegration.daemon.access.Caller;
import io.openintegration.daemon.access.FailureThrottle;
import io.openintegration.daemon.access.LoginResult;
import io.openintegration.daemon.access.LoginScheme;
import io.openintegration.daemon.access.SecurityEvents;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Checks bearer tokens, and API keys, which are sent in the same way. A token is read by the issuer that it names, and by nobody else. A good token always gets in: it
 * cannot be guessed, so bad ones from the same address are slowed down without harm to others. Safe from any thread.
 */
public final class BearerLogin implements LoginScheme {

    /** Longest token, in characters. */
    static final int LONGEST = 8_192;

    static final int FREE_FAILURES_OF_ADDRESS = 20;

    private static final String ACTION = "login";
    private static final String UNKNOWN = "nobody";
    private static final int LONGEST_ISSUER_SHOWN = 200;

    private final List<TokenIssuer> issuers;
    private final ApiKeys keys;
    private final RevokedTokens revoked;
    private final SecurityEvents events;
    private final FailureThrottle byAddress;

    public BearerLogin(
            List<TokenIssuer> issuers, ApiKeys keys, RevokedTokens revoked, SecurityEvents events, Clock clock) {
        this.issuers = List.copyOf(issuers);
        this.keys = keys;
        this.revoked = revoked;
        this.events = events;
        this.byAddress = new FailureThrottle(clock, FREE_FAILURES_OF_ADDRESS);
    }

    @Override
    public String word() {
        return "Bearer";
    }

    @Override
    public LoginResult login(String credentials, String address) {
        return ApiKeys.looksLikeOne(credentials) ? byKey(credentials, address) : byToken(credentials, address);
    }

    private LoginResult byKey(String key, String address) {
        try {
            return new LoginResult.Accepted(keys.holder(key));
        } catch (TokenRefusedException e) {
            return refuse(e.reason(), OwnTokens.NAME, address);
        }
    }

    private LoginResult byToken(String credentials, String address) {
        String issuer = UNKNOWN;
        try {
            Token token = Token.parse(credentials);
            issuer = token.issuer();
            return new LoginResult.Accepted(verify(token));
        } catch (IssuerUnavailableException e) {
            return new LoginResult.Unavailable(e.retryAfter());
        } catch (TokenRefusedException e) {
            return refuse(e.reason(), issuer, address);
        }
    }

    /**
     * Revokes one token.
     *
     * @param headers the headers {@code Authorization} of the request that carries it
     * @return whose token it was
     * @throws AccessException {@code ACCESS-400-004} where there is no valid token, {@code ACCESS-500-002} where it cannot be
     *     written down, {@code ACCESS-503-002} where there are too many
     */
    public Caller revoke(List<String> headers) {
        try {
            String header = headers.size() == 1 ? headers.get(0).strip() : "";
            if (!header.regionMatches(true, 0, word() + " ", 0, word().length() + 1)) {
                throw new TokenRefusedException(TokenRefusal.MALFORMED);
            }
            Token token = Token.parse(header.substring(word().length()).strip());
            Caller caller = verify(token);
            revoked.add(token.jwt(), token.claims().getExpirationTime().toInstant());
            return caller;
        } catch (TokenRefusedException | IssuerUnavailableException e) {
            throw new AccessException(AccessMessage.NO_TOKEN.with());
        }
    }

    private record Token(SignedJWT jwt, JWTClaimsSet claims) {

        static Token parse(String text) throws TokenRefusedException {
            if (text.length() > LONGEST) {
                throw new TokenRefusedException(TokenRefusal.OVERSIZED);
            }
            try {
                SignedJWT jwt = SignedJWT.parse(text);
                JWTClaimsSet claims = jwt.getJWTClaimsSet();
                if (claims == null) {
                    throw new TokenRefusedException(TokenRefusal.MALFORMED);
                }
                return new Token(jwt, claims);
            } catch (ParseException | RuntimeException e) { // the library meets some hostile texts with a null pointer
                throw new TokenRefusedException(TokenRefusal.MALFORMED);
            }
        }

        String issuer() {
            String issuer = Optional.ofNullable(claims.getIssuer()).orElse(UNKNOWN);
            return issuer.substring(0, Math.min(issuer.length(), LONGEST_ISSUER_SHOWN));
        }
    }

    private Caller verify(Token token) throws TokenRefusedException, IssuerUnavailableException {
        JWSHeader header = token.jwt().getHeader();
        if (header.getCriticalParams() != null || !header.isBase64URLEncodePayload()) {
            throw new TokenRefusedException(TokenRefusal.CRITICAL_HEADER);
        }
        TokenIssuer issuer = issuers.stream()
                .filter(known -> known.issuer().equals(token.claims().getIssuer()))
                .findFirst()
                .orElseThrow(() -> new TokenRefusedException(TokenRefusal.UNKNOWN_ISSUER));
        Caller caller = issuer.verify(token.jwt(), token.claims());
        if (revoked.contains(token.jwt())) {
            throw new TokenRefusedException(TokenRefusal.REVOKED);
        }
        return caller;
    }

    private LoginResult refuse(TokenRefusal reason, String issuer, String address) {
        events.report(
                ACTION,
                AccessMessage.TOKEN_REFUSED.with(address, reason.text(), issuer),
                address + " (" + reason.text() + ")");
        if (!reason.isSuspicious()) {
            return new LoginResult.TokenRefused();
        }
        Optional<Duration> closed = byAddress.closedFor(address);
        byAddress
                .failed(address)
                .ifPresent(time -> events.report(
                        ACTION, AccessMessage.TOKENS_THROTTLED.with(address, Math.max(1, time.toSeconds())), address));
        return closed.<LoginResult>map(LoginResult.Throttled::new).orElseGet(LoginResult.TokenRefused::new);
    }
}
