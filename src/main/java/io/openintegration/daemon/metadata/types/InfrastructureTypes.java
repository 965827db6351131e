package io.openintegration.daemon.metadata.types;

import static io.openintegration.daemon.metadata.types.AttributeType.choice;
import static io.openintegration.daemon.metadata.types.AttributeType.of;
import static io.openintegration.daemon.metadata.types.AttributeType.text;
import static io.openintegration.daemon.metadata.types.RelationshipEnd.atMostOne;
import static io.openintegration.daemon.metadata.types.RelationshipEnd.end;

/** Servers, their capabilities, and the connections to them. */
final class InfrastructureTypes {

    private static final EnumType ASSET_USE =
            EnumType.of("CapabilityAssetUseType", "OWNS", "GOVERNS", "MAINTAINS", "USES", "OTHER");
    private static final EnumType DEPLOYMENT_STATUS = EnumType.of("DeploymentStatus");

    private InfrastructureTypes() {}

    static void define(TypeDefinitions types) {
        types.entity("ITInfrastructure", "Asset", choice("deploymentStatus", DEPLOYMENT_STATUS));
        types.entities("ITInfrastructure", "SoftwareServer", "SoftwareServerPlatform");
        types.entity(
                "SoftwareCapability",
                "Referenceable",
                text("deployedImplementationType"),
                text("patchLevel"),
                text("source"),
                choice("deploymentStatus", DEPLOYMENT_STATUS));
        types.entities("SoftwareCapability", "ResourceManager", "DataManager", "EventBroker");
        types.entity("Topic", "DataSet");
        types.entity("DeployedAPI", "Asset");
        types.uniLink(
                "SupportedSoftwareCapability",
                end("hostedByDeployedITInfrastructure", "ITInfrastructure"),
                end("capabilities", "SoftwareCapability"),
                of("deploymentTime", AttributeKind.DATE),
                text("deployer"),
                text("deployerTypeName"),
                text("deployerPropertyName"));
        types.uniLink(
                "CapabilityAssetUse",
                end("consumedBy", "SoftwareCapability"),
                end("consumesAsset", "Asset"),
                choice("useType", ASSET_USE),
                text("description"),
                of("minimumInstances", AttributeKind.INT),
                of("maximumInstances", AttributeKind.INT));
        connections(types);
    }

    private static void connections(TypeDefinitions types) {
        types.entity("Endpoint", "Referenceable", text("networkAddress"), text("protocol"), text("encryptionMethod"));
        types.entity(
                "Connection",
                "Referenceable",
                text("userId"),
                text("clearPassword"),
                text("encryptedPassword"),
                of("configurationProperties", AttributeKind.TEXT_MAP),
                of("securedProperties", AttributeKind.TEXT_MAP));
        types.entity("VirtualConnection", "Connection");
        types.entity(
                "ConnectorType",
                "Referenceable",
                text("connectorProviderClassName"),
                text("supportedAssetTypeName"),
                of("recognizedConfigurationProperties", AttributeKind.TEXT_LIST));
        types.uniLink("AssetConnection", atMostOne("connectedAsset", "Asset"), end("assetConnections", "Connection"));
        types.uniLink(
                "ConnectToEndpoint",
                end("consumingConnections", "Connection"),
                atMostOne("connectToEndpoint", "Endpoint"));
        types.uniLink(
                "ConnectionConnectorType",
                end("connections", "Connection"),
                atMostOne("connectorType", "ConnectorType"));
        types.uniLink(
                "EmbeddedConnection",
                end("supportingVirtualConnections", "VirtualConnection"),
                end("embeddedConnections", "Connection"),
                text("displayName"),
                of("arguments", AttributeKind.TEXT_MAP),
                of("position", AttributeKind.INT));
    }
}
