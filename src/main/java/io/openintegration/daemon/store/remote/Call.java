package io.openintegration.daemon.store.remote;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.metadata.UserId;
import java.util.Optional;

/**
 * One request to a metadata server's API.
 *
 * @param user in whose name
 * @param path relative to the API's base, percent-encoded, perhaps with a query
 * @param body empty: GET; else POST
 * @param repeat whether it may be sent again where it is not known what became of it
 */
record Call(UserId user, String path, Optional<ObjectNode> body, Repeat repeat) {

    enum Repeat {
        HARMLESS,
        HARMFUL
    }

    static Call get(UserId user, String path) {
        return new Call(user, path, Optional.empty(), Repeat.HARMLESS);
    }

    /** A question, or a change that leaves the same state however often it is made. */
    static Call harmless(UserId user, String path, ObjectNode body) {
        return new Call(user, path, Optional.of(body), Repeat.HARMLESS);
    }

    /** A change that, made twice, might leave something twice. */
    static Call once(UserId user, String path, ObjectNode body) {
        return new Call(user, path, Optional.of(body), Repeat.HARMFUL);
    }
}
