package io.openintegration.daemon.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.PathSegment;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.List;
import java.util.Set;

/**
 * Refuses requests that change something and come from a page of another site: a browser would send the caller's
 * credentials along. Browsers tell by {@code Sec-Fetch-Site} or {@code Origin}; other programs send neither.
 */
@Provider
@PreMatching
public class CrossSiteFilter implements ContainerRequestFilter {

    private static final Set<String> OWN = Set.of("same-origin", "none");

    @Inject
    private RefusalReport refusals;

    @Override
    public void filter(ContainerRequestContext request) {
        List<String> segments = request.getUriInfo().getPathSegments().stream()
                .map(PathSegment::getPath)
                .toList();
        if (!reads(request.getMethod(), segments) && isCrossSite(request)) {
            String origin = request.getHeaderString("Origin");
            refusals.reportCrossSite(origin == null ? "which is not told" : origin);
            request.abortWith(Problem.of(RestMessage.CROSS_SITE.with()));
        }
    }

    /**
     * The guide's restart by GET reads nothing. It is known by a segment, not by how the path ends: the resource also
     * answers with a slash or path parameters ({@code ;x}) behind it.
     */
    static boolean reads(String method, List<String> segments) {
        return HttpMethod.GET.equals(method) && !segments.contains("restart");
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
