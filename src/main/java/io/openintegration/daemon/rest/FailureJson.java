package io.openintegration.daemon.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.runtime.run.Failure;
import io.openintegration.daemon.spi.FailureOrigin;

/** Messages and failures in the form of our own API. */
final class FailureJson {

    private FailureJson() {}

    static ObjectNode message(Message message) {
        return Json.object().put("messageId", message.id()).put("message", message.text());
    }

    static ObjectNode of(Failure failure) {
        return message(failure.message())
                .put("origin", failure.origin().name())
                .put("atFault", atFault(failure.origin()))
                .put("userAction", failure.message().definition().text().userAction());
    }

    /** Who is at fault, in words. */
    static String atFault(FailureOrigin origin) {
        return switch (origin) {
            case CONFIGURATION -> "the connector's configuration";
            case THIRD_PARTY -> "the third party";
            case METADATA_SERVER -> "the metadata server";
            case CONNECTOR -> "the connector itself";
            case DAEMON -> "the daemon itself";
        };
    }
}
