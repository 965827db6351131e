package io.openintegration.daemon.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.rest.store.LookUps;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which elements are asked for.
 *
 * @param guids none twice, in the order of the body
 */
record LookUpBody(List<Guid> guids) {

    private static final String FIELD = "guids";

    /** @throws RejectedRequestException {@code REST-REQUEST-400-011} where the body is anything else */
    static LookUpBody read(InputStream body) {
        ObjectNode json = RequestBody.object(body);
        JsonNode list = json.path(FIELD);
        if (json.size() != 1 || !list.isArray() || list.isEmpty() || list.size() > LookUps.MOST_GUIDS) {
            throw refusal();
        }
        Set<Guid> guids = new LinkedHashSet<>();
        for (JsonNode guid : list) {
            if (!guid.isTextual() || guid.textValue().isBlank()) {
                throw refusal();
            }
            guids.add(new Guid(guid.textValue()));
        }
        return new LookUpBody(List.copyOf(guids));
    }

    private static RejectedRequestException refusal() {
        return new RejectedRequestException(RestMessage.NOT_A_LOOK_UP.with(LookUps.MOST_GUIDS));
    }
}
