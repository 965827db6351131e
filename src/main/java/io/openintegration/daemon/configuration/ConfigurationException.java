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

    private ConfigurationException(Message reason, List<Message> problems) {
        super(reason);
        this.problems = List.copyOf(problems);
    }

    /** One exception for all the mistakes of a document. */
    public static ConfigurationException of(ServerName server, List<Message> problems) {
        String list = problems.stream().map(Message::toString).collect(Collectors.joining("; "));
        return new ConfigurationException(
                ConfigurationMessage.DOCUMENT_INVALID.with(server, problems.size(), list), problems);
    }

    /** The mistakes, each with its place in the document. */
    public List<Message> problems() {
        return problems;
    }
}
