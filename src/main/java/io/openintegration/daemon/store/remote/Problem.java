package io.openintegration.daemon.store.remote;

import com.fasterxml.jackson.databind.JsonNode;
import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.ChangeRejectedException;
import io.openintegration.daemon.metadata.MetadataStoreException;
import io.openintegration.daemon.metadata.MetadataStoreException.Kind;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.UserId;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/**
 * A refusal as this product's own API words it (ADR 35): problem details with a message id, and, where a batch was refused, with what is
 * known of that.
 *
 * @param status of HTTP
 */
record Problem(int status, JsonNode json) {

    /**
     * Empty where the answer is another's: a proxy's, or that of a platform which does not have this API. It is known by its message id,
     * whatever its head says of it.
     *
     * @throws WireException where it says that it is one, and cannot be read
     */
    static Optional<Problem> in(HttpWire.Answer answer) throws WireException {
        JsonNode json;
        try {
            json = WireJson.object(answer.body());
        } catch (WireException unreadable) {
            if (answer.isProblem()) {
                throw unreadable;
            }
            return Optional.empty();
        }
        return ServersMessage.isId(json.path("messageId").asText())
                ? Optional.of(new Problem(answer.status(), json))
                : Optional.empty();
    }

    /** @param firstOf the position in its set of a batch's first change */
    MetadataStoreException toException(ServerName server, UserId user, IntUnaryOperator firstOf) {
        String id = json.path("messageId").asText();
        Optional<MetadataStoreException> away = Refusal.awayInOurWords(id, server, user);
        if (away.isPresent()) {
            return away.get();
        }
        Message reason = ServersMessage.of(
                id, status, ServersMessage.shortened(json.path("detail").asText()), server);
        Kind kind = kind(id);
        JsonNode operation = json.path("operation");
        return operation.canConvertToInt() && kind != Kind.UNAVAILABLE
                ? new ChangeRejectedException(
                        firstOf.applyAsInt(json.path("batch").asInt()) + operation.intValue(), kind, reason)
                : new MetadataStoreException(kind, reason);
    }

    /** As it is told; else, where it was refused before it came to batches, by what HTTP has for it. */
    private Kind kind(String id) {
        String told = json.path("kind").asText();
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().equals(told))
                .findFirst()
                .orElseGet(() -> Refusal.isNotThere(id) || status == 429 || status >= 500
                        ? Kind.UNAVAILABLE
                        : status == 401 || status == 403 ? Kind.NOT_AUTHORIZED : Kind.INVALID_REQUEST);
    }
}
