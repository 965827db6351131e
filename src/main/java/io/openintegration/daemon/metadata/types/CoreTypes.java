package io.openintegration.daemon.metadata.types;

import static io.openintegration.daemon.metadata.types.AttributeType.choice;
import static io.openintegration.daemon.metadata.types.AttributeType.of;
import static io.openintegration.daemon.metadata.types.AttributeType.text;
import static io.openintegration.daemon.metadata.types.RelationshipEnd.end;

/** What all areas build on, and the classifications that any element may have. */
final class CoreTypes {

    static final EnumType CONTENT_STATUS = EnumType.of("ContentStatus");
    private static final EnumType INCIDENT_STATUS = EnumType.of("IncidentReportStatus");
    static final EnumType PERMITTED_SYNCHRONIZATION =
            EnumType.of("PermittedSynchronization", "BOTH_DIRECTIONS", "TO_THIRD_PARTY", "FROM_THIRD_PARTY", "OTHER");

    private CoreTypes() {}

    static void define(TypeDefinitions types) {
        types.root("OpenMetadataRoot", text("legal"));
        types.entity(
                "Referenceable",
                "OpenMetadataRoot",
                text("qualifiedName"),
                text("identifier"),
                text("displayName"),
                text("description"),
                text("versionIdentifier"),
                text("category"),
                text("url"),
                of("additionalProperties", AttributeKind.TEXT_MAP));
        types.entity("AuthoredReferenceable", "Referenceable", authored());
        types.entity("Collection", "AuthoredReferenceable");
        types.entity(
                "Asset",
                "Referenceable",
                text("resourceName"),
                text("namespacePath"),
                text("deployedImplementationType"),
                text("source"));
        types.entity("DataAsset", "Asset", authored());
        types.entity("DataSet", "DataAsset", text("formula"), text("formulaType"));
        types.entity(
                "DataStore",
                "DataAsset",
                text("pathName"),
                of("storeCreateTime", AttributeKind.DATE),
                of("storeUpdateTime", AttributeKind.DATE));
        types.entity("Report", "Asset");
        types.entity(
                "IncidentReport",
                "Report",
                text("background"),
                choice("incidentStatus", INCIDENT_STATUS),
                of("domainIdentifier", AttributeKind.INT));
        relationships(types);
        keptByStore(types);
        governance(types);
    }

    private static AttributeType[] authored() {
        return new AttributeType[] {
            of("authors", AttributeKind.TEXT_LIST),
            choice("contentStatus", CONTENT_STATUS),
            text("userDefinedContentStatus")
        };
    }

    private static void relationships(TypeDefinitions types) {
        types.uniLink(
                "DataSetContent",
                end("supportedDataSets", "DataSet"),
                end("dataContent", "Referenceable"),
                text("query"),
                text("queryId"),
                text("queryType"),
                text("iscQualifiedName"));
        types.uniLink(
                "CollectionMembership",
                end("memberOfCollections", "Collection"),
                end("collectionMembers", "Referenceable"));
    }

    private static void keptByStore(TypeDefinitions types) {
        types.classification(
                "Anchors",
                "OpenMetadataRoot",
                text("anchorGUID"),
                text("anchorTypeName"),
                text("anchorDomainName"),
                of("anchorScopeGUIDs", AttributeKind.TEXT_LIST),
                of("zoneMembership", AttributeKind.TEXT_LIST));
        types.classification(
                "Memento",
                "OpenMetadataRoot",
                of("archiveDate", AttributeKind.DATE),
                text("archiveUser"),
                text("archiveService"),
                text("archiveMethod"),
                text("archiveProcess"),
                of("archiveProperties", AttributeKind.TEXT_MAP));
    }

    private static void governance(TypeDefinitions types) {
        types.classification("Incomplete", "Referenceable");
        types.classification(
                "Template",
                "Referenceable",
                text("displayName"),
                text("description"),
                text("versionIdentifier"),
                of("additionalProperties", AttributeKind.TEXT_MAP));
        types.classification("ZoneMembership", "Referenceable", of("zoneMembership", AttributeKind.TEXT_LIST));
        types.classification(
                "Ownership", "Referenceable", text("owner"), text("ownerTypeName"), text("ownerPropertyName"));
        types.classification("Confidentiality", "Referenceable", governed());
        types.classification("Criticality", "Referenceable", governed());
        types.classification("Confidence", "Referenceable", governed());
        types.classification("Retention", "Referenceable", governed());
    }

    private static AttributeType[] governed() {
        return new AttributeType[] {
            of("levelIdentifier", AttributeKind.INT),
            of("statusIdentifier", AttributeKind.INT),
            of("confidence", AttributeKind.INT),
            text("steward"),
            text("source"),
            text("notes")
        };
    }
}
