package io.openintegration.daemon.rest;

import io.openintegration.daemon.message.Message;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Refuses what could be read in two ways, before anybody reads it: JAX-RS implementations answer malformed URIs and headers
 * with errors of their own, or fail. The second filter, by web.xml.
 */
public class RequestSyntaxFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<Message> mistake = UriSyntax.mistakeInPath(request.getRequestURI())
                .or(() -> UriSyntax.mistakeInQuery(request.getQueryString()))
                .or(() -> HeaderSyntax.mistake(request::getHeaders));
        if (mistake.isPresent()) {
            Problem.write(response, mistake.get());
        } else {
            chain.doFilter(request, response);
        }
    }
}
