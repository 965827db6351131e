package io.openintegration.daemon.configuration.documents;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;

/**
 * One change of a document.
 *
 * @param description for the audit trail: what is changed, never a value that may be secret
 * @param change works on a copy of the document's tree; what it throws reaches the caller, and nothing is saved
 */
public record DocumentEdit(String description, Consumer<ObjectNode> change) {}
