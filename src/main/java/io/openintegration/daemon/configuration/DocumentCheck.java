package io.openintegration.daemon.configuration;

import io.openintegration.daemon.message.Message;
import java.util.List;

/**
 * What a look at a whole document found.
 *
 * @param mistakes each with its place; those of connectors' sections too
 * @param warnings what has no effect, such as unknown fields
 */
public record DocumentCheck(List<Message> mistakes, List<Message> warnings) {

    public DocumentCheck {
        mistakes = List.copyOf(mistakes);
        warnings = List.copyOf(warnings);
    }
}
