package io.openintegration.daemon.message;

import java.util.Arrays;
import java.util.Objects;

/**
 * One message that the product can say. Implemented by enums, one per area, each constant holding its
 * {@link MessageText}; {@code MessageCatalogueTest} checks them all.
 */
public interface MessageDefinition {

    MessageText text();

    default String id() {
        return text().id();
    }

    /**
     * The message with its parameters filled in. Parameters are identifiers and figures, never whole objects: what goes
     * in here is shown to everyone who may read status or audit log.
     *
     * @param parameters one for each placeholder, in order; null is shown as {@code null}
     */
    default Message with(Object... parameters) {
        return new Message(
                this, Arrays.stream(parameters).map(Objects::toString).toList());
    }
}
