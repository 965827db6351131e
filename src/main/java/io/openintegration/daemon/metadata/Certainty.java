package io.openintegration.daemon.metadata;

import io.openintegration.daemon.message.Message;
import java.util.Optional;

/**
 * What is beyond doubt in the description of an item that could not be looked into. The rest of it is a guess, good enough for an item
 * that is new; of one that is catalogued, the element keeps what it has in its place: its type, other properties, its
 * classifications and its parts.
 *
 * @param type whether the described type is beyond doubt; an element of another type is replaced then
 * @param properties those that are
 * @param problem why it could not be looked into, shown in the report of the refresh; empty where nothing is wrong
 */
public record Certainty(boolean type, ElementProperties properties, Optional<Message> problem) {

    /** Where nothing is wrong. */
    public Certainty(boolean type, ElementProperties properties) {
        this(type, properties, Optional.empty());
    }
}
