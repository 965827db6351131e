package io.openintegration.daemon.rest.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.configuration.documents.DocumentEdit;
import io.openintegration.daemon.configuration.documents.Precondition;
import io.openintegration.daemon.configuration.documents.SecretMask;
import io.openintegration.daemon.metadata.MetadataMessage;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.rest.CurrentRequest;
import io.openintegration.daemon.rest.RejectedRequestException;
import jakarta.inject.Inject;
import jakarta.ws.rs.PathParam;
import java.util.Optional;

/**
 * What Egeria's administration commands for one server have in common: each is one change of the server's document, which
 * the first command creates. Changes act when the server is restarted, or when they are applied.
 */
public abstract class AdminCommands {

    @PathParam("serverName")
    private String serverName;

    @Inject
    private DocumentRequests requests;

    @Inject
    private CurrentRequest current;

    ServerName server() {
        return new ServerName(serverName);
    }

    DocumentRequests requests() {
        return requests;
    }

    /** Makes a change, and says nothing but that it is done. */
    String change(DocumentEdit edit) {
        requests.documents().change(server(), current.user(), edit, Precondition.NONE);
        return done();
    }

    String done() {
        return current.ok("VoidResponse").toString();
    }

    /** A successful answer of that class, to be filled. */
    ObjectNode ok(String responseClass) {
        return current.ok(responseClass);
    }

    /** The server's document without its secrets. */
    ObjectNode shown() {
        return SecretMask.masked(content());
    }

    ObjectNode content() {
        return requests.get(serverName).content();
    }

    /** @throws RejectedRequestException {@code OMAG-COMMON-400-006} where there is no value */
    static String required(Optional<String> value, String name, String operation) {
        return value.orElseThrow(
                () -> new RejectedRequestException(MetadataMessage.MISSING_VALUE.with(name, operation)));
    }
}
