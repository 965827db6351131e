package io.openintegration.daemon.store.remote;

import java.net.http.HttpRequest.BodyPublisher;
import java.util.Optional;

/**
 * One HTTP request to a platform.
 *
 * @param path below the platform's root URL, percent-encoded, perhaps with a query
 * @param body empty: GET; else POST. It is read again for each repeat
 * @param contentType of the body
 * @param repeat whether it may be sent again where it is not known what became of it
 */
record Request(String path, Optional<BodyPublisher> body, String contentType, Call.Repeat repeat) {}
