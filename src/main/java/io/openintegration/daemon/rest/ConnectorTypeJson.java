package io.openintegration.daemon.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.spi.IntegrationConnectorProvider;
import java.util.TreeMap;

/** What is known of a kind of connector, from its provider. */
final class ConnectorTypeJson {

    private ConnectorTypeJson() {}

    /** Egeria's connector type. */
    static ObjectNode connectorType(IntegrationConnectorProvider provider) {
        ObjectNode type = Json.object()
                .put("class", "ConnectorType")
                .put("displayName", provider.getClass().getSimpleName())
                .put("description", provider.description())
                .put("connectorProviderClassName", provider.getClass().getName());
        ArrayNode interfaces = type.putArray("connectorInterfaces");
        provider.service()
                .ifPresent(service -> interfaces.add(service.connectorType().getName()));
        ArrayNode properties = type.putArray("recognizedConfigurationProperties");
        provider.configurationProperties().keySet().stream().sorted().forEach(properties::add);
        return type;
    }

    /** Egeria's report on a provider: its connector type, and how connectors of this kind are run. */
    static ObjectNode report(IntegrationConnectorProvider provider) {
        ObjectNode report = Json.object();
        report.putObject("componentDescription")
                .put("componentName", provider.getClass().getSimpleName())
                .put("componentDescription", provider.description());
        report.set("connectorType", connectorType(provider));
        report.put("refreshTimeInterval", 0).put("usesBlockingCalls", provider.usesBlockingCalls());
        report.set("supportedConfigurationProperties", properties(provider));
        return report;
    }

    /** The form of our own API. */
    static ObjectNode own(IntegrationConnectorProvider provider) {
        ObjectNode json = Json.object()
                .put("providerClassName", provider.getClass().getName())
                .put("description", provider.description())
                .put("usesBlockingCalls", provider.usesBlockingCalls());
        provider.service().ifPresent(service -> json.put("integrationService", service.urlMarker()));
        ArrayNode aliases = json.putArray("aliases");
        provider.aliases().stream().sorted().forEach(aliases::add);
        json.set("configurationProperties", properties(provider));
        return json;
    }

    private static ArrayNode properties(IntegrationConnectorProvider provider) {
        ArrayNode properties = Json.MAPPER.createArrayNode();
        new TreeMap<>(provider.configurationProperties())
                .forEach((name, meaning) ->
                        properties.addObject().put("name", name).put("description", meaning));
        return properties;
    }
}
