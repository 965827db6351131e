package io.openintegration.daemon.configuration;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.UserId;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads a server's configuration document: {@code OMAGServerConfig}, in the form that Egeria 2.x to 5.x write it. */
public final class DocumentReader {

    /** What the peer uses where a document names no user. */
    private static final String DEFAULT_USER = "OMAGServer";

    private static final int DEFAULT_PAGE_SIZE = 1_000;

    /** Some editors begin a file with it. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Placeholders placeholders;
    private final ServiceReader services;
    private final AuditDestinationReader auditDestinations;

    /**
     * @param platformUrls the URLs of the platforms whose metadata servers may be used; one on any other is a mistake
     * @param auditDirectories where audit logs may be written to; another directory is a mistake
     * @param platformZone the time zone of schedules that name none
     */
    public DocumentReader(
            Placeholders placeholders,
            PlatformUrls platformUrls,
            AuditDirectories auditDirectories,
            ZoneId platformZone) {
        this.placeholders = placeholders;
        this.services = new ServiceReader(platformUrls, new ConnectorReader(new ScheduleReader(platformZone)));
        this.auditDestinations = new AuditDestinationReader(auditDirectories);
    }

    /**
     * Reads a document.
     *
     * @param server the server that the document was found under
     * @throws ConfigurationException {@code SERVER-CONFIGURATION-400-001} with all mistakes that keep the server from
     *     starting; mistakes in a connector's section do not, they are kept with the connector
     */
    public ServerConfiguration read(ServerName server, String document) {
        List<Message> problems = new ArrayList<>();
        List<Message> warnings = new ArrayList<>();
        Optional<JsonNode> root = parse(document, problems);
        Optional<ServerConfiguration> configuration = root.flatMap(
                node -> read(server, new Section(node, "$", placeholders, problems::add, problem -> {}), warnings));
        if (!problems.isEmpty() || configuration.isEmpty()) {
            throw ConfigurationException.of(server, problems);
        }
        return configuration.get();
    }

    /** Everything that is wrong or dubious in a document, mistakes in connectors' sections included. Never throws. */
    public DocumentCheck check(ServerName server, String document) {
        List<Message> mistakes = new ArrayList<>();
        List<Message> warnings = new ArrayList<>();
        parse(document, mistakes)
                .ifPresent(node ->
                        read(server, new Section(node, "$", placeholders, problem -> {}, mistakes::add), warnings));
        return new DocumentCheck(mistakes, warnings);
    }

    private Optional<ServerConfiguration> read(ServerName server, Section section, List<Message> warnings) {
        section.accept(
                "versionId",
                "localServerId",
                "localServerDescription",
                "localServerURL",
                "localServerPassword",
                "accessServicesConfig",
                "auditTrail");
        section.reportWithoutEffect(warnings::add, "serverSecurityConnection", "eventBusConfig");
        section.text("localServerName")
                .filter(name -> !name.equals(server.value()))
                .ifPresent(name -> section.report(ConfigurationMessage.OTHER_NAME.with(
                        section.pathOf("localServerName"), section.written("localServerName"), server)));
        UserId user = new UserId(section.text("localServerUserId").orElse(DEFAULT_USER));
        long pageSize = section.number("maxPageSize", DEFAULT_PAGE_SIZE, 0, Integer.MAX_VALUE);
        String organization = section.text("organizationName").orElse("");
        Supervision daemonWide = SupervisionReader.read(section, Supervision.STANDARD, warnings);
        List<IntegrationServiceConfiguration> integrationServices = services.read(section, user, daemonWide, warnings);
        List<AuditDestinationConfiguration> destinations = auditDestinations.read(section, server, warnings);
        Optional<ServerType> serverType = type(section);
        Optional<String> eventTopic = eventTopic(section, serverType, warnings);
        section.reportUnknownFields(warnings::add);
        return serverType.map(type -> new ServerConfiguration(
                server,
                type,
                organization,
                user,
                (int) pageSize,
                integrationServices,
                destinations,
                eventTopic,
                warnings));
    }

    /** Only a metadata access store has events. */
    private static Optional<String> eventTopic(Section section, Optional<ServerType> type, List<Message> warnings) {
        if (type.filter(ServerType.METADATA_ACCESS_STORE::equals).isEmpty()) {
            section.reportWithoutEffect(warnings::add, "eventTopic");
            return Optional.empty();
        }
        Optional<String> topic = section.text("eventTopic");
        topic.filter(name -> !TopicName.isPossible(name))
                .ifPresent(name -> section.report(ConfigurationMessage.NOT_A_TOPIC_NAME.with(
                        section.pathOf("eventTopic"), section.written("eventTopic"))));
        return topic;
    }

    /** The type as the document says it; where it says nothing, a document with integration services is a daemon's. */
    private static Optional<ServerType> type(Section section) {
        Optional<String> written = section.text("localServerType");
        if (written.isPresent()) {
            Optional<ServerType> type = ServerType.ofDisplayName(written.get());
            if (type.isEmpty()) {
                section.report(ConfigurationMessage.NOT_ONE_OF.with(
                        section.pathOf("localServerType"),
                        section.written("localServerType"),
                        ServerType.INTEGRATION_DAEMON.displayName() + ", "
                                + ServerType.METADATA_ACCESS_STORE.displayName()));
            }
            return type;
        }
        return Optional.of(
                section.has("integrationServicesConfig")
                        ? ServerType.INTEGRATION_DAEMON
                        : ServerType.METADATA_ACCESS_STORE);
    }

    private static Optional<JsonNode> parse(String document, List<Message> problems) {
        try {
            JsonNode root = JSON.readTree(document.startsWith(BYTE_ORDER_MARK) ? document.substring(1) : document);
            if (!root.isObject()) {
                problems.add(ConfigurationMessage.WRONG_KIND.with(
                        "$", "object", root.getNodeType().name().toLowerCase(Locale.ROOT)));
                return Optional.empty();
            }
            return Optional.of(root);
        } catch (JsonProcessingException e) {
            JsonLocation place = e.getLocation();
            problems.add(ConfigurationMessage.NOT_JSON.with(
                    place == null ? 0 : place.getLineNr(), place == null ? 0 : place.getColumnNr()));
            return Optional.empty();
        }
    }
}
