package io.openintegration.daemon.configuration;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.IntegrationService;
import io.openintegration.daemon.spi.PermittedSynchronization;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads {@code integrationServicesConfig}: the integration services of a daemon. */
final class ServiceReader {

    private final PlatformUrls platformUrls;
    private final ConnectorReader connectors;

    ServiceReader(PlatformUrls platformUrls, ConnectorReader connectors) {
        this.platformUrls = platformUrls;
        this.connectors = connectors;
    }

    /** @param daemonWide what holds where neither a service nor a connector says otherwise, as does the user */
    List<IntegrationServiceConfiguration> read(
            Section server, UserId serverUser, Supervision daemonWide, List<Message> warnings) {
        List<IntegrationServiceConfiguration> services = new ArrayList<>();
        Set<ConnectorName> names = new HashSet<>();
        for (Section section : server.sections("integrationServicesConfig")) {
            Optional<IntegrationServiceConfiguration> service =
                    readService(section, serverUser, daemonWide, names, warnings);
            section.reportUnknownFields(warnings::add);
            service.ifPresent(services::add);
        }
        return services;
    }

    private Optional<IntegrationServiceConfiguration> readService(
            Section section,
            UserId serverUser,
            Supervision daemonWide,
            Set<ConnectorName> names,
            List<Message> warnings) {
        section.accept(
                "integrationServiceId",
                "integrationServiceDevelopmentStatus",
                "integrationServiceContextManagerClass",
                "integrationServiceName",
                "integrationServiceFullName",
                "integrationServiceDescription",
                "integrationServiceWiki",
                "integrationServicePartnerOMAS",
                "integrationServiceOptions");
        if (section.text("integrationServiceOperationalStatus")
                .filter("DISABLED"::equals)
                .isPresent()) {
            section.accept(section.fieldNames().toArray(String[]::new));
            return Optional.empty();
        }
        Optional<IntegrationService> service = service(section);
        if (service.isEmpty()) {
            section.accept(section.fieldNames().toArray(String[]::new));
            return Optional.empty();
        }
        Optional<MetadataServerRef> metadataServer = metadataServer(section, service.get());
        PermittedSynchronization synchronization = section.choice(
                        "defaultPermittedSynchronization", PermittedSynchronization.class)
                .orElse(service.get().defaultSynchronization());
        Supervision serviceWide = SupervisionReader.read(section, daemonWide, warnings);
        List<ConnectorConfiguration> found = new ArrayList<>();
        for (Section connector : section.sections("integrationConnectorConfigs")) {
            connectors
                    .read(connector, serverUser, synchronization, serviceWide, warnings)
                    .ifPresent(configuration -> {
                        if (!names.add(configuration.name())) {
                            connector.report(ConfigurationMessage.DUPLICATE_CONNECTOR.with(
                                    connector.pathOf("connectorName"), configuration.name()));
                        }
                        found.add(configuration);
                    });
        }
        return metadataServer.map(ref -> new IntegrationServiceConfiguration(service.get(), ref, found));
    }

    private static Optional<IntegrationService> service(Section section) {
        Optional<String> marker = section.requiredText("integrationServiceURLMarker");
        Optional<IntegrationService> service = marker.flatMap(IntegrationService::ofUrlMarker);
        if (marker.isPresent() && service.isEmpty()) {
            section.report(ConfigurationMessage.NOT_ONE_OF.with(
                    section.pathOf("integrationServiceURLMarker"),
                    section.written("integrationServiceURLMarker"),
                    Arrays.stream(IntegrationService.values())
                            .map(IntegrationService::urlMarker)
                            .collect(Collectors.joining(", "))));
        }
        return service;
    }

    private Optional<MetadataServerRef> metadataServer(Section section, IntegrationService service) {
        Optional<String> url = section.text("omagserverPlatformRootURL");
        Optional<String> name = section.text("omagserverName");
        if (url.isEmpty()) {
            section.report(ConfigurationMessage.NO_PLATFORM_URL.with(
                    section.pathOf("omagserverPlatformRootURL"), service.fullName()));
        } else if (!platformUrls.contains(url.get())) {
            section.report(ConfigurationMessage.FOREIGN_PLATFORM.with(
                    section.pathOf("omagserverPlatformRootURL"),
                    Secrets.maskedInside(section.written("omagserverPlatformRootURL")),
                    String.join(", ", platformUrls.urls())));
        }
        if (name.isEmpty()) {
            section.report(
                    ConfigurationMessage.NO_METADATA_SERVER.with(section.pathOf("omagserverName"), service.fullName()));
        }
        return url.flatMap(root -> name.map(server -> new MetadataServerRef(root, new ServerName(server))));
    }
}
