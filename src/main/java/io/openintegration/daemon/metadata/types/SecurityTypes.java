package io.openintegration.daemon.metadata.types;

import static io.openintegration.daemon.metadata.types.AttributeType.of;
import static io.openintegration.daemon.metadata.types.AttributeType.text;
import static io.openintegration.daemon.metadata.types.RelationshipEnd.end;

/** Who may see and use what. */
final class SecurityTypes {

    private SecurityTypes() {}

    static void define(TypeDefinitions types) {
        types.entity("SecurityList", "Collection");
        types.entity("SecurityGroup", "SecurityList", text("distinguishedName"));
        types.entity("GovernanceDefinition", "AuthoredReferenceable");
        types.entity("SecurityAccessControl", "GovernanceDefinition");
        types.uniLink(
                "GovernedBy", end("governedBy", "GovernanceDefinition"), end("governedElements", "Referenceable"));
        types.classification(
                "SecurityTags",
                "Referenceable",
                of("securityLabels", AttributeKind.TEXT_LIST),
                of("securityProperties", AttributeKind.TEXT_MAP));
    }
}
