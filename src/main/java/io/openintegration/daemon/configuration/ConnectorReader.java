package io.openintegration.daemon.configuration;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.PermittedSynchronization;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads one section of {@code integrationConnectorConfigs}. Only a connector without a name is a mistake of the whole
 * document, since nobody could ask for it; all other mistakes stay with the connector.
 */
final class ConnectorReader {

    private final ScheduleReader schedules;

    ConnectorReader(ScheduleReader schedules) {
        this.schedules = schedules;
    }

    /** @param serviceWide what holds where the section does not say otherwise, as do the two before */
    Optional<ConnectorConfiguration> read(
            Section section,
            UserId serverUser,
            PermittedSynchronization serviceDefault,
            Supervision serviceWide,
            List<Message> warnings) {
        Optional<ConnectorName> name =
                section.requiredText("connectorName").map(String::strip).map(ConnectorName::new);
        List<Message> problems = new ArrayList<>();
        Section own = section.reportingTo(problems::add);
        own.accept("connectorName", "generateIntegrationReports", "integrationReports");
        Optional<String> id = own.text("connectorId");
        UserId user = own.text("connectorUserId").map(UserId::new).orElse(serverUser);
        Section wiring = own.section("connection");
        Section properties = wiring.section("configurationProperties");
        Connection connection = connection(own, wiring, properties, warnings);
        Optional<QualifiedName> source = own.text("metadataSourceQualifiedName").map(QualifiedName::new);
        boolean blocking = own.flag("usesBlockingCalls");
        RefreshSchedule schedule = schedules.read(own, blocking, warnings);
        Supervision supervision = SupervisionReader.read(own, serviceWide, warnings);
        HostingPolicy hosting =
                supervision.with(schedule, RemovalReader.policy(connection, properties, supervision.removal()));
        PermittedSynchronization synchronization = own.choice(
                        "permittedSynchronization", PermittedSynchronization.class)
                .orElse(serviceDefault);
        own.reportUnknownFields(warnings::add);
        return name.map(given -> new ConnectorConfiguration(
                id, given, user, connection, source, hosting, blocking, synchronization, problems));
    }

    private static Connection connection(
            Section connector, Section section, Section properties, List<Message> warnings) {
        if (!connector.has("connection")) {
            connector.report(ConfigurationMessage.MISSING.with(connector.pathOf("connection")));
        }
        section.accept("qualifiedName", "displayName", "description", "type", "guid");
        section.reportWithoutEffect(warnings::add, "encryptedPassword", "embeddedConnections");
        Section type = section.section("connectorType");
        type.accept(
                "qualifiedName",
                "displayName",
                "description",
                "type",
                "guid",
                "recognizedConfigurationProperties",
                "recognizedSecuredProperties",
                "recognizedAdditionalProperties");
        Optional<String> provider =
                connector.has("connection") ? type.requiredText("connectorProviderClassName") : Optional.empty();
        type.reportUnknownFields(warnings::add);
        Section endpoint = section.section("endpoint");
        endpoint.accept("qualifiedName", "displayName", "description", "protocol", "encryptionMethod", "type", "guid");
        // 6.x writes networkAddress, earlier generations address
        Optional<String> address = endpoint.text("networkAddress").or(() -> endpoint.text("address"));
        endpoint.accept("address");
        endpoint.reportUnknownFields(warnings::add);
        Connection connection = new Connection(
                provider.orElse(""),
                address,
                freeValues(properties),
                section.text("userId"),
                section.text("clearPassword"),
                texts(section.section("securedProperties")));
        section.reportUnknownFields(warnings::add);
        return connection;
    }

    private static Map<String, Object> freeValues(Section section) {
        Map<String, Object> values = new HashMap<>();
        for (String field : section.fieldNames()) {
            section.freeValue(field).ifPresent(value -> values.put(field, value));
        }
        return values;
    }

    private static Map<String, String> texts(Section section) {
        Map<String, String> texts = new HashMap<>();
        for (String field : section.fieldNames()) {
            section.text(field).ifPresent(value -> texts.put(field, value));
        }
        return texts;
    }
}
