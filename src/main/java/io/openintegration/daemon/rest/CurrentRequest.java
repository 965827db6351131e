package io.openintegration.daemon.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.metadata.UserId;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * What the operations of all families need to know of the request that they serve: in whose name it is made, and what it
 * calls itself. {@link RoleFilter} fills it in.
 */
@RequestScoped
public class CurrentRequest {

    private UserId user;
    private Generation generation = Generation.USERS_PATH;
    private String id;

    /**
     * The user in whose name the request is made: the one in the path, the one for whom a delegate stands in, or the
     * caller. To be asked only where there is a caller.
     */
    public UserId user() {
        return user;
    }

    /** The same, empty where the request has not got so far that there is a caller. */
    Optional<UserId> knownUser() {
        return Optional.ofNullable(user);
    }

    /** The id that the request's body gave, or one made up for it. */
    String id() {
        if (id == null) {
            id = UUID.randomUUID().toString();
        }
        return id;
    }

    /** A successful answer of that class, to be filled; it bears the request's id where the generation has that. */
    public ObjectNode ok(String responseClass) {
        ObjectNode answer = EgeriaAnswer.ok(responseClass);
        return generation == Generation.CURRENT ? answer.put("requestId", id()) : answer;
    }

    void madeBy(UserId maker) {
        user = maker;
    }

    void belongsTo(Generation family) {
        generation = family;
    }

    /** The body gave this id. */
    void calls(String itself) {
        id = itself;
    }
}
