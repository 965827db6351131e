package io.openintegration.daemon.access;

import io.openintegration.daemon.message.DaemonException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.function.Supplier;

/**
 * Finds out who sends a request. The caller's roles become groups of the container. A request without a caller goes on to
 * {@link CallerFilter}, which refuses it. Credentials sent to an open operation are not looked at: a client that asks for
 * a new token often still sends the old one.
 */
@ApplicationScoped
public class DaemonAuthenticationMechanism implements HttpAuthenticationMechanism {

    /**
     * Jakarta Authentication's name for the type of authentication. Without it Open Liberty takes the request for its own
     * Basic authentication, and fails over malformed credentials (ADR 0007).
     */
    private static final String AUTH_TYPE = "jakarta.servlet.http.authType";

    private final Supplier<LoginSchemes> schemes;

    /** For the container's proxy alone. */
    protected DaemonAuthenticationMechanism() {
        this.schemes = () -> null;
    }

    /** @param schemes looked up at each request: they cannot be made where a file or a setting is broken */
    @Inject
    public DaemonAuthenticationMechanism(Instance<LoginSchemes> schemes) {
        this(schemes::get);
    }

    DaemonAuthenticationMechanism(Supplier<LoginSchemes> schemes) {
        this.schemes = schemes;
    }

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        context.getMessageInfo().getMap().put(AUTH_TYPE, "DAEMON");
        if (OpenOperations.contains(request)) {
            return context.doNothing();
        }
        LoginResult result = authenticate(request);
        if (result instanceof LoginResult.Accepted accepted) {
            Caller caller = accepted.caller();
            return context.notifyContainerAboutLogin(caller.user().value(), caller.roleNames());
        }
        request.setAttribute(CallerFilter.LOGIN_RESULT, result);
        return context.doNothing();
    }

    private LoginResult authenticate(HttpServletRequest request) {
        try {
            return schemes.get().login(Collections.list(request.getHeaders("Authorization")), request.getRemoteAddr());
        } catch (DaemonException e) {
            // reported when the platform started; nobody can log in until the file or the setting is mended
            return new LoginResult.Refused();
        }
    }
}
