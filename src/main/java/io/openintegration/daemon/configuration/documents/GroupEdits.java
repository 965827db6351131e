package io.openintegration.daemon.configuration.documents;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Changes of the integration groups that a document written for Egeria may have ({@code dynamicIntegrationGroupsConfig}). */
public final class GroupEdits {

    private static final String GROUPS = "dynamicIntegrationGroupsConfig";
    private static final String NAME = "integrationGroupQualifiedName";

    private GroupEdits() {}

    /** The groups of a document; as a rule none. */
    public static ArrayNode of(ObjectNode document) {
        return document.path(GROUPS) instanceof ArrayNode groups ? groups : document.arrayNode();
    }

    /** Takes the group of that name out; nothing happens where it is not there. */
    public static DocumentEdit remove(String name) {
        return new DocumentEdit(
                "removed integration group " + name,
                document -> ConnectorSections.removeIf(
                        of(document), group -> group.path(NAME).asText().equals(name)));
    }

    /** Takes all groups out. */
    public static DocumentEdit removeAll() {
        return new DocumentEdit("removed all integration groups", document -> document.remove(GROUPS));
    }
}
