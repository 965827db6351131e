package io.openintegration.daemon.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Answers in the form of Egeria's FFDC responses; {@link EgeriaFailure} has those of failures. */
final class EgeriaAnswer {

    private EgeriaAnswer() {}

    /** A successful answer of that class, to be filled. */
    static ObjectNode ok(String responseClass) {
        return Json.object().put("class", responseClass).put("relatedHTTPCode", 200);
    }
}
