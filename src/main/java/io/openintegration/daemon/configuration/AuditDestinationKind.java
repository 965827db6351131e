package io.openintegration.daemon.configuration;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The kinds of audit log destination, by the connector providers that stand for them in documents. */
enum AuditDestinationKind {
    CONSOLE("console.ConsoleAuditLogStoreProvider"),
    SLF4J("slf4j.SLF4JAuditLogStoreProvider"),
    FILES("file.FileBasedAuditLogStoreProvider"),
    TOPIC("eventtopic.EventTopicAuditLogStoreProvider"),
    DATABASE("postgres.PostgreSQLAuditLogDestinationProvider", "io.openintegration.daemon.audit.DatabaseProvider");

    private static final String PEER = "org.odpi.openmetadata.adapters.repositoryservices.auditlogstore.";

    private final List<String> providers;

    /** @param peersProvider the class name without what all of Egeria's names begin with */
    AuditDestinationKind(String peersProvider) {
        this.providers = List.of(PEER + peersProvider);
    }

    /** @param own for what is not PostgreSQL's alone */
    AuditDestinationKind(String peersProvider, String own) {
        this.providers = List.of(PEER + peersProvider, own);
    }

    static Optional<AuditDestinationKind> ofProvider(String className) {
        return Arrays.stream(values())
                .filter(kind -> kind.providers.contains(className))
                .findFirst();
    }

    /** All provider class names, for messages. */
    static String providerNames() {
        return Arrays.stream(values()).flatMap(kind -> kind.providers.stream()).collect(Collectors.joining(", "));
    }
}
