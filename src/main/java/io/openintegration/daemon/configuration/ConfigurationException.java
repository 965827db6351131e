package io.openintegration.daemon.configuration;

import io.openintegration.daemon.message.DaemonException;
import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.ServerName;
import java.util.List;
import java.util.stream.Collectors;

/** A configuration document cannot be used; its message lists every mistake. */
public class ConfigurationException extends DaemonException {

    private static final long serialVersionUID = 1L;

    private final transient List<Message> problems;

    public ConfigurationException(Message reason) {
        this(reason, List.of(reason));
    }

    /** @param problems the mistakes that the reason speaks of, each with its place in the document */
    public ConfigurationException(Message reason, List<Message> problems) {
        super(reason);
        this.problems = List.copyOf(problems);
    }

    /** One exception for all the mistakes of a document. */
    public static ConfigurationException of(ServerName server, List<Message> problems) {
        return new ConfigurationException(
                ConfigurationMessage.DOCUMENT_INVALID.with(server, problems.size(), listed(problems)), problems);
    }

    /** Problems in one line. */
    public static String listed(List<Message> problems) {
        return problems.stream().map(Message::toString).collect(Collectors.joining("; "));
    }

    /** The mistakes, each with its place in the document. */
    public List<Message> problems() {
        return problems;
    }
}
