package io.openintegration.daemon.configuration;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.message.Severity;
import io.openintegration.daemon.metadata.ServerName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Reads {@code repositoryServicesConfig.auditLogConnections}: where the audit records of a server go, as connections in
 * Egeria's form.
 */
final class AuditDestinationReader {

    static final String DEFAULT_TOPIC = "integration_daemon.audit_log";

    private static final String ALL_SEVERITIES =
            Arrays.stream(Severity.values()).map(Severity::displayName).collect(Collectors.joining(", "));

    private static final long LONGEST_RETENTION_DAYS = 100 * 366L;
    private static final long MEGABYTE = 1024 * 1024L;

    private final AuditDirectories directories;

    AuditDestinationReader(AuditDirectories directories) {
        this.directories = directories;
    }

    /** In the order of the document; empty where it names none. */
    List<AuditDestinationConfiguration> read(Section server, ServerName name, List<Message> warnings) {
        Section services = server.section("repositoryServicesConfig");
        services.reportWithoutEffect(
                warnings::add,
                "localRepositoryConfig",
                "enterpriseAccessConfig",
                "cohortConfigList",
                "openMetadataArchiveConnections");
        List<AuditDestinationConfiguration> destinations = new ArrayList<>();
        Set<Object> places = new HashSet<>();
        for (Section connection : services.sections("auditLogConnections")) {
            readOne(connection, name, warnings::add).ifPresent(destination -> {
                if (!place(destination).map(places::add).orElse(true)) {
                    connection.report(ConfigurationMessage.DUPLICATE_AUDIT_DESTINATION.with(connection.path()));
                }
                destinations.add(destination);
            });
        }
        services.reportUnknownFields(warnings::add);
        return destinations;
    }

    private Optional<AuditDestinationConfiguration> readOne(
            Section connection, ServerName server, Consumer<Message> warnings) {
        connection.accept(
                "qualifiedName",
                "displayName",
                "description",
                "type",
                "guid",
                "endpoint",
                "embeddedConnections",
                "configurationProperties");
        connection.reportWithoutEffect(warnings, "userId", "clearPassword", "encryptedPassword", "securedProperties");
        Section properties = connection.section("configurationProperties");
        Set<Severity> severities = severities(properties);
        Optional<AuditDestinationConfiguration> destination = kind(connection).flatMap(kind -> switch (kind) {
            case CONSOLE -> Optional.of(new AuditDestinationConfiguration.Console(severities));
            case SLF4J -> Optional.of(new AuditDestinationConfiguration.Slf4j(severities));
            case DATABASE -> Optional.of(database(properties, severities, warnings));
            case FILES -> files(connection, properties, severities, server);
            case TOPIC -> topic(connection, properties, severities, warnings);
        });
        destination.ifPresent(read -> properties.reportUnknownFields(warnings));
        connection.reportUnknownFields(warnings);
        return destination;
    }

    private static Optional<AuditDestinationKind> kind(Section connection) {
        Section type = connection.section("connectorType");
        Optional<String> provider = type.requiredText("connectorProviderClassName");
        Optional<AuditDestinationKind> kind = provider.flatMap(AuditDestinationKind::ofProvider);
        if (provider.isPresent() && kind.isEmpty()) {
            type.report(ConfigurationMessage.NOT_ONE_OF.with(
                    type.pathOf("connectorProviderClassName"),
                    type.written("connectorProviderClassName"),
                    AuditDestinationKind.providerNames()));
        }
        return kind;
    }

    /** No list, or an empty one, means all (Egeria's protocol). */
    private static Set<Severity> severities(Section properties) {
        List<Severity> named = properties.names("supportedSeverities", Severity::ofDisplayName, ALL_SEVERITIES);
        return named.isEmpty() ? EnumSet.allOf(Severity.class) : EnumSet.copyOf(named);
    }

    private static AuditDestinationConfiguration database(
            Section properties, Set<Severity> severities, Consumer<Message> warnings) {
        properties.reportWithoutEffect(
                warnings, "databaseURL", "databaseSchema", "secretsStore", "secretsCollectionName");
        Optional<Duration> retention = properties.has("retentionDays")
                ? Optional.of(Duration.ofDays(properties.number("retentionDays", 1, 1, LONGEST_RETENTION_DAYS)))
                : Optional.empty();
        return new AuditDestinationConfiguration.Database(severities, retention);
    }

    private Optional<AuditDestinationConfiguration> files(
            Section connection, Section properties, Set<Severity> severities, ServerName server) {
        AuditFileLimits limits = new AuditFileLimits(
                properties.number("maximumFileSizeMB", 20, 1, 10_000) * MEGABYTE,
                Duration.ofDays(properties.number("retentionDays", 30, 1, LONGEST_RETENTION_DAYS)),
                properties.number("maximumTotalSizeMB", 500, 1, 10_000_000) * MEGABYTE,
                (int) properties.number("maximumFiles", 100, 1, 10_000));
        return directory(connection.section("endpoint"), server)
                .map(permitted -> new AuditDestinationConfiguration.Files(
                        severities, permitted.root(), permitted.directory(), limits));
    }

    private Optional<AuditDirectories.Permitted> directory(Section endpoint, ServerName server) {
        Optional<Found> address = address(endpoint);
        if (address.isEmpty()) {
            return Optional.of(directories.standard(server));
        }
        Optional<AuditDirectories.Permitted> permitted =
                directories.at(address.get().text(), server);
        if (permitted.isEmpty()) {
            endpoint.report(ConfigurationMessage.AUDIT_DIRECTORY_NOT_PERMITTED.with(
                    address.get().path(), address.get().written(), directories.roots()));
        }
        return permitted;
    }

    /** The name of the topic is a property, the address of the endpoint, or that of Egeria's embedded topic connection. */
    private static Optional<AuditDestinationConfiguration> topic(
            Section connection, Section properties, Set<Severity> severities, Consumer<Message> warnings) {
        Optional<Found> name = Found.in(properties, "topicName").or(() -> address(connection.section("endpoint")));
        for (Section embedded : connection.sections("embeddedConnections")) {
            Section topicConnection = embedded.section("embeddedConnection");
            topicConnection.reportWithoutEffect(warnings, "configurationProperties");
            name = name.or(() -> address(topicConnection.section("endpoint")));
        }
        if (name.filter(found -> !TopicName.isPossible(found.text())).isPresent()) {
            connection.report(ConfigurationMessage.NOT_A_TOPIC_NAME.with(
                    name.get().path(), name.get().written()));
            return Optional.empty();
        }
        return Optional.of(new AuditDestinationConfiguration.Topic(
                severities, name.map(Found::text).orElse(DEFAULT_TOPIC)));
    }

    /** 6.x writes networkAddress, earlier generations address. */
    private static Optional<Found> address(Section endpoint) {
        return Found.in(endpoint, "networkAddress").or(() -> Found.in(endpoint, "address"));
    }

    /** A text with its place, and as it is written there: what a placeholder stands for may be a secret. */
    private record Found(String path, String written, String text) {

        static Optional<Found> in(Section section, String field) {
            return section.text(field).map(text -> new Found(section.pathOf(field), section.written(field), text));
        }
    }

    /** What two destinations of one server cannot share; empty for what they can. */
    private static Optional<Object> place(AuditDestinationConfiguration destination) {
        if (destination instanceof AuditDestinationConfiguration.Files files) {
            return Optional.of(files.directory());
        }
        return destination instanceof AuditDestinationConfiguration.Database
                ? Optional.of(AuditDestinationKind.DATABASE)
                : Optional.empty();
    }
}
