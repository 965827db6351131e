package io.openintegration.daemon.metadata.types;

import static io.openintegration.daemon.metadata.types.AttributeType.choice;
import static io.openintegration.daemon.metadata.types.AttributeType.of;
import static io.openintegration.daemon.metadata.types.AttributeType.text;
import static io.openintegration.daemon.metadata.types.RelationshipEnd.end;

import io.openintegration.daemon.metadata.TypeName;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Processes, and what flows between assets. */
final class LineageTypes {

    private static final EnumType ACTIVITY_STATUS = EnumType.of("ActivityStatus");
    private static final EnumType CONTAINMENT = EnumType.of("ProcessContainmentType", "OWNED", "USED", "OTHER");

    /** What lineage consists of. */
    static final Set<TypeName> RELATIONSHIPS = Stream.of("DataFlow", "ControlFlow", "ProcessCall", "DataMapping")
            .map(TypeName::new)
            .collect(Collectors.toUnmodifiableSet());

    private LineageTypes() {}

    static void define(TypeDefinitions types) {
        types.entity(
                "Process",
                "Asset",
                of("startTime", AttributeKind.DATE),
                of("completionTime", AttributeKind.DATE),
                choice("activityStatus", ACTIVITY_STATUS),
                text("formula"),
                text("formulaType"),
                of("priority", AttributeKind.INT),
                text("expectedBehaviour"));
        types.entity("DeployedSoftwareComponent", "Process", text("implementationLanguage"));
        types.entity("DeployedConnector", "DeployedSoftwareComponent");
        types.entities("Process", "Action");
        types.entities("Action", "ToDo");
        types.multiLink(
                "DataFlow",
                end("dataSupplier", "Referenceable"),
                end("dataConsumer", "Referenceable"),
                lineage(text("formula"), text("formulaType")));
        types.multiLink(
                "ControlFlow",
                end("previousActions", "Referenceable"),
                end("followOnActions", "Referenceable"),
                lineage(text("guard"), of("mandatoryGuard", AttributeKind.FLAG)));
        types.multiLink(
                "ProcessCall",
                end("caller", "Referenceable"),
                end("called", "Referenceable"),
                lineage(text("formula"), text("formulaType"), text("lineNumber")));
        types.uniLink(
                "DataMapping",
                end("sourceAttributes", "Referenceable"),
                end("targetAttributes", "Referenceable"),
                lineage(text("formula"), text("formulaType"), text("query"), text("queryId"), text("queryType")));
        types.uniLink(
                "ProcessHierarchy",
                end("parentProcess", "Process"),
                end("childProcess", "Process"),
                choice("containmentType", CONTAINMENT));
    }

    private static AttributeType[] lineage(AttributeType... own) {
        return Stream.concat(Stream.of(text("iscQualifiedName"), text("label"), text("description")), Stream.of(own))
                .toArray(AttributeType[]::new);
    }
}
