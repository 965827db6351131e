package io.openintegration.daemon.access.token;

import io.openintegration.daemon.access.AccessException;
import io.openintegration.daemon.access.AccessMessage;
import io.openintegration.daemon.access.Caller;
import io.openintegration.daemon.access.Credentials;
import io.openintegration.daemon.access.LoginResult;
import io.openintegration.daemon.access.PasswordLogin;
import io.openintegration.daemon.access.ThrottledException;
import io.openintegration.daemon.message.AuditLog;
import java.util.List;
import java.util.Optional;

/** Where users get tokens for their password, and hand them back. Safe from any thread. */
public final class TokenDesk {

    private final PasswordLogin login;
    private final OwnTokens tokens;
    private final BearerLogin bearer;
    private final AuditLog log;

    public TokenDesk(PasswordLogin login, OwnTokens tokens, BearerLogin bearer, AuditLog log) {
        this.login = login;
        this.tokens = tokens;
        this.bearer = bearer;
        this.log = log;
    }

    /**
     * A token for a user.
     *
     * @param user as it was sent; blank for none
     * @param password as it was sent; empty for none
     * @param address where the request comes from
     * @throws AccessException {@code ACCESS-401-003} where they do not belong together
     * @throws ThrottledException {@code ACCESS-429-001} after too many failures
     */
    public String issue(String user, String password, String address) {
        Optional<Credentials> credentials = Credentials.of(user, password);
        LoginResult result = credentials.isPresent()
                ? login.login(credentials.get(), address)
                : login.login("", address); // a malformed login, which is reported and counted
        if (result instanceof LoginResult.Accepted accepted) {
            return tokens.issue(accepted.caller().user());
        }
        if (result instanceof LoginResult.Throttled throttled) {
            throw new ThrottledException(throttled.retryAfter());
        }
        throw new AccessException(AccessMessage.LOGIN_FAILED.with());
    }

    /**
     * Revokes the token of a request.
     *
     * @param headers the headers {@code Authorization} of the request
     * @throws AccessException as {@link BearerLogin#revoke}
     */
    public void revoke(List<String> headers) {
        Caller caller = bearer.revoke(headers);
        log.log("revokeToken", AccessMessage.TOKEN_REVOKED.with(caller.user()));
    }
}
