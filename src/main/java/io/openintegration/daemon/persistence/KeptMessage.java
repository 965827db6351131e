package io.openintegration.daemon.persistence;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.message.MessageDefinition;
import io.openintegration.daemon.message.MessageText;
import java.util.List;

/**
 * The definition of a message that was kept as it was said: releases may word their messages in other ways.
 *
 * @param text its template is the whole text, parameters and all
 */
record KeptMessage(MessageText text) implements MessageDefinition {

    private static final int FIELDS = 5;

    static List<String> fields(Message message) {
        MessageText said = message.definition().text();
        return List.of(
                message.id(),
                Integer.toString(said.httpCode()),
                message.text(),
                said.systemAction(),
                said.userAction());
    }

    /** Messages one after the other, each as its {@link #fields}. */
    static List<Message> messages(List<String> fields) {
        return Slices.of(fields, FIELDS).map(KeptMessage::message).toList();
    }

    private static Message message(List<String> fields) {
        MessageText kept = MessageText.error(
                fields.get(0), Integer.parseInt(fields.get(1)), fields.get(2), fields.get(3), fields.get(4));
        return new Message(new KeptMessage(kept), List.of());
    }
}
