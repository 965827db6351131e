package io.openintegration.daemon.configuration.documents;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * One change of a document.
 *
 * @param description for the audit trail: what is changed, never a value that may be secret
 * @param change works on a copy of the document's tree; what it throws reaches the caller, and nothing is saved
 */
public record DocumentEdit(String description, Consumer<ObjectNode> change) {

    /** Several changes made as one: all of them, or none. */
    public static DocumentEdit all(List<DocumentEdit> edits) {
        return new DocumentEdit(
                edits.stream().map(DocumentEdit::description).collect(Collectors.joining("; ")),
                document -> edits.forEach(edit -> edit.change().accept(document)));
    }
}
