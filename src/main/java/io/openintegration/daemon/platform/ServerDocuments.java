package io.openintegration.daemon.platform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.configuration.ConfigurationException;
import io.openintegration.daemon.configuration.ConfigurationMessage;
import io.openintegration.daemon.configuration.DocumentDirectory;
import io.openintegration.daemon.configuration.DocumentReader;
import io.openintegration.daemon.configuration.ServerConfiguration;
import io.openintegration.daemon.configuration.ServerType;
import io.openintegration.daemon.configuration.documents.DocumentAdministration;
import io.openintegration.daemon.configuration.documents.NewServerName;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.UserId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The stored configuration documents of this platform's servers, as servers are started with them. */
@Dependent
public class ServerDocuments {

    @Inject
    private DocumentDirectory directory;

    @Inject
    private DocumentReader reader;

    @Inject
    private DocumentAdministration administration;

    /** The servers that have a document, in the order of their names. */
    List<ServerName> servers() {
        return directory.servers();
    }

    boolean has(ServerName server) {
        return directory.knows(server);
    }

    /**
     * @throws ConfigurationException {@code SERVER-CONFIGURATION-404-001} where the server has no document
     */
    void require(ServerName server, UserId user) {
        if (!has(server)) {
            throw new ConfigurationException(ConfigurationMessage.UNKNOWN_SERVER.with(server, user));
        }
    }

    /**
     * @throws ConfigurationException as {@link #require}, and {@code SERVER-CONFIGURATION-400-001} where the document has
     *     mistakes
     */
    ServerConfiguration stored(ServerName server, UserId user) {
        require(server, user);
        return stored(server);
    }

    /**
     * A document that is not stored, read as strictly; masks in it stand for what is stored.
     *
     * @throws ConfigurationException {@code SERVER-CONFIGURATION-400-001} where it has mistakes, {@code
     *     SERVER-CONFIGURATION-400-051} where no server may be called so
     */
    ServerConfiguration read(ServerName server, ObjectNode document) {
        if (!has(server)) {
            NewServerName.require(server, servers());
        }
        return administration.read(server, document);
    }

    ServerType typeOf(ServerName server) {
        return stored(server).type();
    }

    /**
     * The status of a server that was never started.
     *
     * @throws ConfigurationException as {@link #require}
     */
    ServerStatus statusOf(ServerName server, UserId user) {
        require(server, user);
        return new ServerStatus(server, typeIfSound(server), ServerActiveStatus.INACTIVE, List.of(), List.of());
    }

    /** Empty where the document cannot be used. */
    private Optional<ServerType> typeIfSound(ServerName server) {
        try {
            return Optional.of(typeOf(server));
        } catch (ConfigurationException e) {
            // its mistakes are told when somebody starts the server
            return Optional.empty();
        }
    }

    private ServerConfiguration stored(ServerName server) {
        return reader.read(server, directory.read(server));
    }
}
