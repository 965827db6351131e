package io.openintegration.daemon.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/**
 * Finds out who sends a request. The caller's roles become groups of the container. A request without a caller goes on to
 * {@link CallerFilter}, which refuses it.
 */
@ApplicationScoped
public class BasicAuthenticationMechanism implements HttpAuthenticationMechanism {

    /**
     * Jakarta Authentication's name for the type of authentication. Without it Open Liberty takes the request for its own
     * Basic authentication, and fails over malformed credentials (ADR 0007).
     */
    private static final String AUTH_TYPE = "jakarta.servlet.http.authType";

    private final Supplier<PasswordLogin> login;

    /** For the container's proxy alone. */
    protected BasicAuthenticationMechanism() {
        this.login = () -> null;
    }

    /** @param login looked up at each request: it cannot be made where the file of users is broken */
    @Inject
    public BasicAuthenticationMechanism(Instance<PasswordLogin> login) {
        this(login::get);
    }

    BasicAuthenticationMechanism(Supplier<PasswordLogin> login) {
        this.login = login;
    }

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        context.getMessageInfo().getMap().put(AUTH_TYPE, "DAEMON");
        LoginResult result = authenticate(request);
        if (result instanceof LoginResult.Accepted accepted) {
            Caller caller = accepted.caller();
            return context.notifyContainerAboutLogin(caller.user().value(), caller.roleNames());
        }
        request.setAttribute(CallerFilter.LOGIN_RESULT, result);
        return context.doNothing();
    }

    /** The schemes of the header Authorization; a scheme to come, as Bearer, is told apart here. */
    private LoginResult authenticate(HttpServletRequest request) {
        List<String> headers = Collections.list(request.getHeaders("Authorization"));
        if (headers.isEmpty()) {
            return new LoginResult.Refused();
        }
        try {
            return login.get().login(headers.size() == 1 ? headers.get(0) : "", request.getRemoteAddr());
        } catch (UserFileException e) {
            // reported when the platform started; nobody can log in until the file is mended
            return new LoginResult.Refused();
        }
    }
}
