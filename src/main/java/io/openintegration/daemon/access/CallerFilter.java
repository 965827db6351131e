package io.openintegration.daemon.access;

import io.openintegration.daemon.message.Message;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;

/**
 * Default deny: lets nothing of the application be reached without a caller, but for {@link MicroProfilePaths} and
 * {@link OpenOperations}.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class CallerFilter extends HttpFilter {

    static final String LOGIN_RESULT = "io.openintegration.daemon.access.login";

    private static final long serialVersionUID = 1L;
    private static final String BASIC = "Basic realm=\"integration-daemon\", charset=\"UTF-8\"";
    private static final String BEARER = "Bearer realm=\"integration-daemon\"";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getUserPrincipal() != null
                || MicroProfilePaths.contain(request)
                || OpenOperations.contains(request)) {
            chain.doFilter(request, response);
            return;
        }
        Object result = request.getAttribute(LOGIN_RESULT);
        if (result instanceof LoginResult.Throttled throttled) {
            refuse(response, throttled.retryAfter(), AccessMessage.THROTTLED);
        } else if (result instanceof LoginResult.Unavailable unavailable) {
            refuse(response, unavailable.retryAfter(), AccessMessage.ISSUER_UNAVAILABLE);
        } else if (result instanceof LoginResult.TokenRefused) {
            challenge(response, BEARER + ", error=\"invalid_token\"");
            refuse(response, AccessMessage.TOKEN_NOT_ACCEPTED.with());
        } else {
            challenge(response, BEARER);
            refuse(response, AccessMessage.NOT_AUTHENTICATED.with());
        }
    }

    /** One header for each scheme: clients read that better than one header with both. */
    private static void challenge(HttpServletResponse response, String bearer) {
        response.setHeader("WWW-Authenticate", BASIC);
        response.addHeader("WWW-Authenticate", bearer);
    }

    private static void refuse(HttpServletResponse response, Duration retryAfter, AccessMessage reason)
            throws IOException {
        long seconds = ThrottledException.seconds(retryAfter);
        response.setHeader("Retry-After", Long.toString(seconds));
        refuse(response, reason.with(seconds));
    }

    private static void refuse(HttpServletResponse response, Message reason) throws IOException {
        response.setStatus(reason.definition().text().httpCode());
        response.setContentType("application/problem+json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(AccessProblem.json(reason));
    }
}
