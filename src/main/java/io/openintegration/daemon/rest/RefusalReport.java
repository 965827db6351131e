package io.openintegration.daemon.rest;

import io.openintegration.daemon.access.AccessMessage;
import io.openintegration.daemon.access.SecurityEvents;
import io.openintegration.daemon.access.UserNotAuthorizedException;
import io.openintegration.daemon.message.DaemonException;
import io.openintegration.daemon.message.MessageDefinition;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;

/** Reports requests that were refused for want of a right, to whom it may concern. */
@RequestScoped
public class RefusalReport {

    private static final String ACTION = "refuse";
    private static final int LONGEST_SHOWN = 200;

    @Inject
    private SecurityEvents events;

    @Inject
    private HttpServletRequest request;

    /** Reports a failure where it is a missing role, or a user in the path for whom the caller may not act. */
    void report(DaemonException failure) {
        MessageDefinition reason = failure.reason().definition();
        boolean missingRight = failure instanceof UserNotAuthorizedException
                || reason == RestMessage.NOT_PERMITTED
                || reason == RestMessage.NOBODY
                || reason == FamilyMessage.UNKNOWN_DELEGATING_USER;
        if (missingRight) {
            Principal caller = request.getUserPrincipal();
            String user = caller == null ? "nobody" : caller.getName();
            events.report(
                    ACTION,
                    AccessMessage.REQUEST_REFUSED.with(user, request.getMethod(), path(), reason.id()),
                    user + " (" + reason.id() + ")");
        }
    }

    /**
     * Reports a request from a page of another site.
     *
     * @param origin of the page, as the browser gives it
     */
    void reportCrossSite(String origin) {
        events.report(
                ACTION,
                AccessMessage.CROSS_SITE_REFUSED.with(
                        request.getMethod(), path(), request.getRemoteAddr(), shortened(origin)),
                request.getRemoteAddr());
    }

    private String path() {
        return shortened(request.getRequestURI());
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }
}
