package io.openintegration.daemon.rest;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Words, in place of the application server's page, what the server refuses by itself. It is the error page of web.xml; who
 * asks for it directly finds nothing.
 */
public class ServerErrorServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        AnswerHeadersFilter.set(response);
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        String path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String refused
                ? refused
                : request.getRequestURI();
        switch (status) {
            case 400 -> Problem.write(
                    response, UriSyntax.mistakeInPath(path).orElseGet(HttpMessage.SERVER_REFUSED::with));
            case 404 -> Problem.write(response, HttpMessage.NOT_FOUND.with(Problem.shown(path)));
            default -> Problem.write(response, status);
        }
    }
}
