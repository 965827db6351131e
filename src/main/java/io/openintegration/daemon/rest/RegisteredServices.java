package io.openintegration.daemon.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.openintegration.daemon.spi.IntegrationService;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The services that this platform has, by the kinds that Egeria tells apart; of some kinds it has none. */
public final class RegisteredServices {

    /** The kinds, as they stand in URLs, for a path template. */
    static final String KINDS =
            "access-services|engine-services|integration-services|view-services|governance-services|common-services";

    /** One service. */
    private record Service(String name, String urlMarker, String description, String wiki) {}

    private static final String WIKI = "https://egeria-project.io/services/";

    private static final Service STORE = new Service(
            "Open Metadata Store",
            "open-metadata-store",
            "Keep open metadata and answer queries for it.",
            WIKI + "omas/open-metadata-store/overview/");
    private static final Service DAEMON = new Service(
            "Integration Daemon Services",
            "integration-daemon",
            "Host integration connectors, which exchange metadata with third party technologies.",
            WIKI + "integration-daemon-services/");
    private static final List<Service> COMMON = List.of(
            new Service(
                    "Platform Services",
                    "platform-services",
                    "List the servers of the platform; start and stop them.",
                    WIKI + "platform-services/overview/"),
            new Service(
                    "Server Operations",
                    "server-operations",
                    "Start, stop and query a named server.",
                    WIKI + "server-operations/"),
            new Service(
                    "Administration Services",
                    "admin-services",
                    "Configure a named server; start and stop it.",
                    WIKI + "admin-services/overview/"));

    private RegisteredServices() {}

    /** All services. */
    static ArrayNode all() {
        return json(Stream.of(COMMON.stream(), Stream.of(STORE, DAEMON), integration())
                .flatMap(services -> services));
    }

    /** The services of one of the {@link #KINDS}. */
    public static ArrayNode of(String kind) {
        return json(
                switch (kind) {
                    case "access-services" -> Stream.of(STORE);
                    case "integration-services" -> integration();
                    case "governance-services" -> Stream.of(DAEMON);
                    case "common-services" -> COMMON.stream();
                    default -> Stream.empty();
                });
    }

    private static Stream<Service> integration() {
        return Arrays.stream(IntegrationService.values())
                .map(service ->
                        new Service(service.fullName(), service.urlMarker(), service.description(), service.wiki()));
    }

    private static ArrayNode json(Stream<Service> services) {
        ArrayNode list = Json.MAPPER.createArrayNode();
        services.forEach(service -> list.addObject()
                .put("serviceName", service.name())
                .put("serviceURLMarker", service.urlMarker())
                .put("serviceDescription", service.description())
                .put("serviceWiki", service.wiki()));
        return list;
    }
}
