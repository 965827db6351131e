package io.openintegration.daemon.rest.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.metadata.BatchStore;
import io.openintegration.daemon.metadata.Requester;
import java.io.InputStream;
import java.util.function.Function;

/** Takes change sets as lines (ADR 35): each batch is carried out before the next one is read. Safe from any thread. */
public final class BatchDoor {

    private final Function<String, JsonNode> json;

    /** @param json reads the JSON of a line, within bounds, and throws where it is none */
    public BatchDoor(Function<String, JsonNode> json) {
        this.json = json;
    }

    /**
     * Carries out a request.
     *
     * @return the results of all batches
     * @throws BatchRefusedException telling which batch was refused, and the results of those before it
     */
    public ObjectNode carryOut(BatchStore store, Requester requester, InputStream body) {
        return new BatchRequest(store, requester, new LineReader(body), json).carryOut();
    }
}
