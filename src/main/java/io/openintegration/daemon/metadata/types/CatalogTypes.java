package io.openintegration.daemon.metadata.types;

import static io.openintegration.daemon.metadata.types.AttributeType.choice;
import static io.openintegration.daemon.metadata.types.AttributeType.of;
import static io.openintegration.daemon.metadata.types.AttributeType.text;
import static io.openintegration.daemon.metadata.types.RelationshipEnd.end;

/** Data catalogs and their identifiers, glossaries, and the registration of integration connectors. */
final class CatalogTypes {

    static final EnumType KEY_PATTERN = EnumType.of(
            "KeyPattern",
            "LOCAL_KEY",
            "RECYCLED_KEY",
            "NATURAL_KEY",
            "MIRROR_KEY",
            "AGGREGATE_KEY",
            "CALLERS_KEY",
            "STABLE_KEY",
            "OTHER");
    private static final EnumType DELETE_METHOD =
            EnumType.of("DeleteMethod", "ARCHIVE", "SOFT_DELETE", "LOOK_FOR_LINEAGE", "PURGE", "OTHER");

    private CatalogTypes() {}

    static void define(TypeDefinitions types) {
        types.entity("InventoryCatalog", "SoftwareCapability");
        types.entity("MetadataCollection", "DataSet", text("managedMetadataCollectionId"));
        types.entity("MetadataRepository", "DataStore");
        externalIdentifiers(types);
        glossaries(types);
        integration(types);
    }

    private static void externalIdentifiers(TypeDefinitions types) {
        types.entity(
                "ExternalId",
                "Referenceable",
                text("key"),
                choice("keyPattern", KEY_PATTERN),
                text("externalInstanceTypeName"),
                text("externalInstanceCreatedBy"),
                of("externalInstanceCreationTime", AttributeKind.DATE),
                text("externalInstanceLastUpdatedBy"),
                of("externalInstanceLastUpdateTime", AttributeKind.DATE),
                of("externalInstanceVersion", AttributeKind.LONG));
        types.uniLink(
                "ExternalIdLink",
                end("equivalentElements", "OpenMetadataRoot"),
                end("alsoKnownAs", "ExternalId"),
                text("usage"),
                text("source"),
                of("lastSynchronized", AttributeKind.DATE),
                of("mappingProperties", AttributeKind.TEXT_MAP),
                choice("permittedSynchronization", CoreTypes.PERMITTED_SYNCHRONIZATION));
    }

    private static void glossaries(TypeDefinitions types) {
        types.entity("Glossary", "Collection", text("usage"));
        types.entity(
                "GlossaryTerm",
                "AuthoredReferenceable",
                of("aliases", AttributeKind.TEXT_LIST),
                text("summary"),
                text("examples"),
                text("abbreviation"),
                text("usage"));
        types.uniLink(
                "SemanticAssignment",
                end("assignedDataAssetElements", "Referenceable"),
                end("meaning", "GlossaryTerm"),
                choice("termAssignmentStatus", EnumType.of("TermAssignmentStatus")),
                text("expression"),
                of("confidence", AttributeKind.INT),
                text("steward"),
                text("source"));
    }

    private static void integration(TypeDefinitions types) {
        types.entity("IntegrationGroup", "SoftwareCapability");
        types.entity("IntegrationConnector", "DeployedConnector", of("usesBlockingCalls", AttributeKind.FLAG));
        types.uniLink(
                "RegisteredIntegrationConnector",
                end("includedInIntegrationGroups", "IntegrationGroup"),
                end("registeredIntegrationConnectors", "IntegrationConnector"),
                text("connectorName"),
                text("connectorUserId"),
                text("metadataSourceQualifiedName"),
                of("startDate", AttributeKind.DATE),
                of("stopDate", AttributeKind.DATE),
                of("refreshTimeInterval", AttributeKind.LONG),
                choice("permittedSynchronization", CoreTypes.PERMITTED_SYNCHRONIZATION));
        types.multiLink(
                "CatalogTarget",
                end("cataloguedByConnectors", "IntegrationConnector"),
                end("catalogTargets", "OpenMetadataRoot"),
                text("catalogTargetName"),
                text("connectionName"),
                of("configurationProperties", AttributeKind.TEXT_MAP),
                of("templates", AttributeKind.TEXT_MAP),
                text("metadataSourceQualifiedName"),
                text("metadataCollectionQualifiedName"),
                choice("permittedSynchronization", CoreTypes.PERMITTED_SYNCHRONIZATION),
                choice("deleteMethod", DELETE_METHOD));
    }
}
