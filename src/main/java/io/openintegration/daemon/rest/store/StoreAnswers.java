package io.openintegration.daemon.rest.store;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Supplier;

/**
 * Begins answers.
 *
 * @param requestIds gives an id for each request that brings none
 */
record StoreAnswers(Supplier<String> requestIds) {

    /** A successful answer of that class, to be filled. */
    ObjectNode ok(String className, StoreRequestBody request) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("class", className)
                .put("requestId", request.name("requestId").orElseGet(requestIds))
                .put("relatedHTTPCode", 200);
    }
}
