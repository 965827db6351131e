package io.openintegration.daemon.metadata.types;

import static io.openintegration.daemon.metadata.types.AttributeType.choice;
import static io.openintegration.daemon.metadata.types.AttributeType.of;
import static io.openintegration.daemon.metadata.types.AttributeType.text;
import static io.openintegration.daemon.metadata.types.RelationshipEnd.atMostOne;
import static io.openintegration.daemon.metadata.types.RelationshipEnd.end;

/** People, teams, their roles, and how to reach them. */
final class OrganizationTypes {

    private static final EnumType CONTACT_METHOD = EnumType.of("ContactMethodType");

    private OrganizationTypes() {}

    static void define(TypeDefinitions types) {
        types.entity("Actor", "Referenceable");
        types.entities("Actor", "ActorProfile");
        types.entity(
                "Person",
                "ActorProfile",
                text("courtesyTitle"),
                text("initials"),
                text("givenNames"),
                text("surname"),
                text("fullName"),
                text("pronouns"),
                text("jobTitle"),
                text("employeeNumber"),
                text("employeeType"),
                text("preferredLanguage"),
                text("residentCountry"),
                text("timezone"));
        types.entity("Team", "ActorProfile", text("teamType"));
        types.entity("Organization", "Team");
        types.entity("ITProfile", "ActorProfile");
        types.entity("UserIdentity", "Actor", text("userId"), text("distinguishedName"));
        types.entity("ActorRole", "Actor", text("scope"), of("actorRoleGroups", AttributeKind.TEXT_LIST));
        types.entity("PersonRole", "ActorRole", of("headCount", AttributeKind.INT));
        types.entities("PersonRole", "TeamLeader", "TeamMember");
        types.entity(
                "ContactDetails",
                "Referenceable",
                text("contactType"),
                choice("contactMethodType", CONTACT_METHOD),
                text("contactMethodService"),
                text("contactMethodValue"));
        relationships(types);
    }

    private static void relationships(TypeDefinitions types) {
        types.uniLink(
                "TeamStructure",
                atMostOne("superTeam", "Team"),
                end("subTeam", "Team"),
                of("delegationEscalationAuthority", AttributeKind.FLAG));
        types.uniLink(
                "ProfileIdentity",
                atMostOne("profile", "ActorProfile"),
                end("userIdentities", "UserIdentity"),
                text("roleTypeName"),
                text("roleGUID"),
                text("description"));
        types.uniLink(
                "PersonRoleAppointment",
                end("performsRoles", "PersonRole"),
                end("rolePerformers", "Person"),
                of("expectedTimeAllocationPercent", AttributeKind.INT));
        types.uniLink(
                "AssignmentScope",
                end("assignedActors", "Actor"),
                end("scopeOfResponsibility", "Referenceable"),
                text("assignmentType"),
                text("description"));
        types.uniLink("ContactThrough", atMostOne("contactDetails", "ActorProfile"), end("contacts", "ContactDetails"));
    }
}
