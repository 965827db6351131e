package io.openintegration.daemon.configuration.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.metadata.UserId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** A document's own record of who changed what ({@code auditTrail}, texts as Egeria writes them). */
final class ChangeTrail {

    /** The newest entries that a document keeps. */
    static final int LONGEST = 200;

    private static final String FIELD = "auditTrail";
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx").withZone(ZoneOffset.UTC);

    private ChangeTrail() {}

    static void append(ObjectNode document, Instant time, UserId user, String change) {
        ArrayNode trail = document.path(FIELD) instanceof ArrayNode found ? found : document.putArray(FIELD);
        trail.add(DATE.format(time) + " " + printable(user.value()) + " " + printable(change));
        while (trail.size() > LONGEST) {
            trail.remove(0);
        }
    }

    /** Gives a document the trail of the one that it replaces: nobody rewrites it by sending another. */
    static void carryOver(ObjectNode from, ObjectNode to) {
        JsonNode trail = from.path(FIELD);
        if (trail.isArray()) {
            to.set(FIELD, trail.deepCopy());
        }
    }

    /** A copy of a document without the trail that came with it. */
    static ObjectNode without(ObjectNode document) {
        return document.deepCopy().without(FIELD);
    }

    static Optional<String> newest(ObjectNode document) {
        JsonNode trail = document.path(FIELD);
        return Optional.of(trail.path(trail.size() - 1))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue);
    }

    private static String printable(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
    }
}
