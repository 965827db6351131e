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

/** Default deny: lets nothing of the application be reached without a caller, but for {@link HealthPaths}. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class CallerFilter extends HttpFilter {

    static final String LOGIN_RESULT = "io.openintegration.daemon.access.login";

    private static final long serialVersionUID = 1L;
    private static final String CHALLENGE = "Basic realm=\"integration-daemon\", charset=\"UTF-8\"";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getUserPrincipal() != null || HealthPaths.contain(request)) {
            chain.doFilter(request, response);
        } else if (request.getAttribute(LOGIN_RESULT) instanceof LoginResult.Throttled throttled) {
            refuse(response, throttled.retryAfter());
        } else {
            response.setHeader("WWW-Authenticate", CHALLENGE);
            refuse(response, AccessMessage.NOT_AUTHENTICATED.with());
        }
    }

    private static void refuse(HttpServletResponse response, Duration retryAfter) throws IOException {
        long seconds = Math.max(1, retryAfter.plusMillis(999).toSeconds());
        response.setHeader("Retry-After", Long.toString(seconds));
        refuse(response, AccessMessage.THROTTLED.with(seconds));
    }

    private static void refuse(HttpServletResponse response, Message reason) throws IOException {
        response.setStatus(reason.definition().text().httpCode());
        response.setContentType("application/problem+json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(AccessProblem.json(reason));
    }
}
