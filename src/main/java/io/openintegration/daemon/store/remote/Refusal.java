package io.openintegration.daemon.store.remote;

import com.fasterxml.jackson.databind.JsonNode;
import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.MetadataMessage;
import io.openintegration.daemon.metadata.MetadataStoreException;
import io.openintegration.daemon.metadata.MetadataStoreException.Kind;
import io.openintegration.daemon.metadata.Refusals;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.UserId;
import java.util.Optional;
import java.util.Set;

/**
 * An answer that says why there is none: any that names an exception, whatever its HTTP status (Egeria's protocol). It keeps the
 * server's message id, so that runbooks are right whoever the server is.
 */
record Refusal(JsonNode answer) {

    private static final String REPOSITORY_TROUBLE = "OMAG-REPOSITORY-HANDLER-500-001";

    /** The metadata server is not there; the last is this product's own, for a name that the platform does not know. */
    private static final Set<String> NOT_THERE = Set.of(
            MetadataMessage.SERVER_NOT_AVAILABLE.id(),
            MetadataMessage.SERVICE_NOT_IN_SERVER.id(),
            "SERVER-CONFIGURATION-404-001");

    /** Whether the message says that the metadata server is not there. */
    static boolean isNotThere(String id) {
        return NOT_THERE.contains(id);
    }

    static boolean isOne(JsonNode answer) {
        return !text(answer, "exceptionClassName").isEmpty();
    }

    MetadataStoreException toException(ServerName server, String platform, UserId user) {
        String id = text(answer, "exceptionErrorMessageId");
        return awayInOurWords(id, server, user)
                .orElseGet(() -> new MetadataStoreException(kind(id), reason(id, server, platform)));
    }

    /** Where the message says that the metadata server is not started, or is none: the same as for a server of this platform. */
    static Optional<MetadataStoreException> awayInOurWords(String id, ServerName server, UserId user) {
        if (id.equals(MetadataMessage.SERVER_NOT_AVAILABLE.id())) {
            return Optional.of(Refusals.serverNotAvailable(server, user));
        } else if (id.equals(MetadataMessage.SERVICE_NOT_IN_SERVER.id())) {
            return Optional.of(new MetadataStoreException(
                    Kind.UNAVAILABLE, MetadataMessage.SERVICE_NOT_IN_SERVER.with(Refusals.SERVICE, server, user)));
        }
        return Optional.empty();
    }

    private Kind kind(String id) {
        if (id.equals(MetadataMessage.DUPLICATE_NAME.id())) {
            return Kind.DUPLICATE_NAME;
        } else if (NOT_THERE.contains(id)) {
            return Kind.UNAVAILABLE;
        } else if (id.startsWith("OMAG-REPOSITORY-HANDLER-404-")) {
            return Kind.NOT_FOUND;
        } else if (id.equals(REPOSITORY_TROUBLE)) {
            return troubleKind();
        }
        return switch (simpleClass()) {
            case "UserNotAuthorizedException" -> Kind.NOT_AUTHORIZED;
            case "PropertyServerException" -> Kind.UNAVAILABLE;
            default -> Kind.INVALID_REQUEST;
        };
    }

    /** The repository's own message stands within that of the server. */
    private Kind troubleKind() {
        String words = words();
        if (words.contains("OMRS-REPOSITORY-404-")) {
            return Kind.NOT_FOUND;
        }
        return words.contains("OMRS-REPOSITORY-400-") ? Kind.INVALID_REQUEST : Kind.UNAVAILABLE;
    }

    private Message reason(String id, ServerName server, String platform) {
        return ServersMessage.isId(id)
                ? ServersMessage.of(id, answer.path("relatedHTTPCode").asInt(400), words(), server)
                : RemoteStoreMessage.REFUSED.with(server, platform, simpleClass(), words());
    }

    private String simpleClass() {
        String name = text(answer, "exceptionClassName");
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private String words() {
        return ServersMessage.shortened(text(answer, "exceptionErrorMessage"));
    }

    private static String text(JsonNode json, String field) {
        JsonNode value = json.path(field);
        return value.isTextual() ? value.textValue() : "";
    }
}
