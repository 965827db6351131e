package io.openintegration.daemon.rest;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.Set;

/**
 * Refuses requests that change something and come from a page of another site: a browser would send the caller's
 * credentials along. Browsers tell by {@code Sec-Fetch-Site} or {@code Origin}; other programs send neither.
 */
@Provider
@PreMatching
public class CrossSiteFilter implements ContainerRequestFilter {

    private static final Set<String> OWN = Set.of("same-origin", "none");

    @Override
    public void filter(ContainerRequestContext request) {
        boolean reads = HttpMethod.GET.equals(request.getMethod())
                && !request.getUriInfo().getPath().endsWith("restart");
        if (!reads && isCrossSite(request)) {
            request.abortWith(Problem.of(RestMessage.CROSS_SITE.with()));
        }
    }

    private static boolean isCrossSite(ContainerRequestContext request) {
        String site = request.getHeaderString("Sec-Fetch-Site");
        if (site != null) {
            return !OWN.contains(site);
        }
        String origin = request.getHeaderString("Origin");
        return origin != null && !isOwn(origin, request.getUriInfo().getBaseUri());
    }

    private static boolean isOwn(String origin, URI base) {
        return origin.equals(base.getScheme() + "://" + base.getAuthority());
    }
}
