package io.openintegration.daemon.store.remote;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.message.MessageDefinition;
import io.openintegration.daemon.message.MessageText;
import io.openintegration.daemon.metadata.ServerName;

/** A message that the metadata server has of its own: it keeps its id, so that runbooks are right whoever the server is. */
record ServersMessage(MessageText text) implements MessageDefinition {

    private static final String ID = "[A-Z0-9]+(-[A-Z0-9]+)+";
    private static final int LONGEST_WORDS = 2_000;

    static boolean isId(String id) {
        return id.matches(ID);
    }

    /**
     * @param id for which {@link #isId} holds
     * @param words those of the server; they may begin with the id
     */
    static Message of(String id, int httpCode, String words, ServerName server) {
        return new ServersMessage(MessageText.error(
                        id,
                        httpCode,
                        "{0}",
                        "The request was not carried out.",
                        "See what metadata server " + server + " says, and its log."))
                .with(words.startsWith(id) ? words.substring(id.length()).strip() : words);
    }

    /** As many of the words as there is room for. */
    static String shortened(String words) {
        return words.length() <= LONGEST_WORDS ? words : words.substring(0, LONGEST_WORDS) + "…";
    }
}
