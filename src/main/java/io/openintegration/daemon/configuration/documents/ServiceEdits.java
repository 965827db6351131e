package io.openintegration.daemon.configuration.documents;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.configuration.ConfigurationException;
import io.openintegration.daemon.spi.IntegrationService;

/** Changes of the integration services of a daemon. */
public final class ServiceEdits {

    private ServiceEdits() {}

    /**
     * Puts a service's section in the place of the one that it has, or adds it. What identifies the service is filled in.
     *
     * @param given the rest: metadata server, options, connectors
     */
    public static DocumentEdit put(IntegrationService service, ObjectNode given) {
        String marker = service.urlMarker();
        return new DocumentEdit("configured integration service " + marker, document -> {
            ObjectNode section = describing(service);
            requireMarker(given, marker);
            given.properties().stream()
                    .filter(field -> !field.getKey().equals("class"))
                    .forEach(field -> section.set(field.getKey(), field.getValue()));
            putSection(document, marker, section);
        });
    }

    /** Puts a complete section in the place of the one with the same marker, or adds it. */
    public static DocumentEdit put(ObjectNode section) {
        String marker = section.path(ConnectorSections.MARKER).asText();
        return new DocumentEdit(
                "configured integration service " + marker,
                document -> putSection(document, marker, BeanClass.service(section)));
    }

    /** Puts these services in the place of all that there are. */
    public static DocumentEdit replaceAll(ArrayNode sections) {
        return new DocumentEdit(
                "configured all integration services",
                document -> document.set(ConnectorSections.SERVICES, BeanClass.services(sections)));
    }

    /** Takes a service out; nothing happens where it is not there. */
    public static DocumentEdit remove(String marker) {
        return new DocumentEdit("removed integration service " + marker, document -> {
            ArrayNode services = ConnectorSections.list(document, ConnectorSections.SERVICES);
            ConnectorSections.removeIf(
                    services,
                    service -> service.path(ConnectorSections.MARKER).asText().equals(marker));
        });
    }

    /** Takes all services out; the empty list stays, so that the document remains a daemon's. */
    public static DocumentEdit removeAll() {
        return new DocumentEdit(
                "removed all integration services", document -> document.putArray(ConnectorSections.SERVICES));
    }

    private static ObjectNode describing(IntegrationService service) {
        return DocumentJson.object()
                .put("class", "IntegrationServiceConfig")
                .put("integrationServiceId", service.id())
                .put("integrationServiceFullName", service.fullName())
                .put(ConnectorSections.MARKER, service.urlMarker())
                .put("integrationServiceDescription", service.description())
                .put("integrationServiceWiki", service.wiki())
                .put(
                        "defaultPermittedSynchronization",
                        service.defaultSynchronization().name())
                .put("integrationServiceOperationalStatus", "ENABLED");
    }

    private static void requireMarker(ObjectNode given, String marker) {
        if (given.hasNonNull(ConnectorSections.MARKER)
                && !given.path(ConnectorSections.MARKER).asText().equals(marker)) {
            throw new ConfigurationException(DocumentMessage.OTHER_SERVICE.with(
                    given.path(ConnectorSections.MARKER).asText(), marker));
        }
    }

    /** A document may have a service twice; its first section is the one that is meant. */
    private static void putSection(ObjectNode document, String marker, ObjectNode section) {
        ArrayNode services = ConnectorSections.list(document, ConnectorSections.SERVICES);
        for (int index = 0; index < services.size(); index++) {
            if (services.get(index).path(ConnectorSections.MARKER).asText().equals(marker)) {
                services.set(index, section);
                return;
            }
        }
        services.add(section);
    }
}
