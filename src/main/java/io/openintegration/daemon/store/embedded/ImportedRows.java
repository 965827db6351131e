package io.openintegration.daemon.store.embedded;

import io.openintegration.daemon.metadata.Relationship;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What an import has read and not written yet: as many rows, or as long ones, as fit into little memory. */
final class ImportedRows {

    private static final int MOST_ROWS = 1_000;
    private static final int LONGEST_TEXT = 4 << 20;

    private final BatchWrites writes;
    private final List<ElementRow> elements = new ArrayList<>();
    private final List<LateAnchor> anchors = new ArrayList<>();
    private final List<Relationship> relationships = new ArrayList<>();
    private int length;

    ImportedRows(BatchWrites writes) {
        this.writes = writes;
    }

    void add(ElementRow element, int lineLength) throws SQLException {
        elements.add(element);
        added(lineLength);
    }

    void add(LateAnchor anchor, int lineLength) throws SQLException {
        anchors.add(anchor);
        added(lineLength);
    }

    void add(Relationship relationship, int lineLength) throws SQLException {
        relationships.add(relationship);
        added(lineLength);
    }

    /** Elements first: the others refer to them. */
    void flush() throws SQLException {
        writes.insertElements(elements);
        writes.updateElements(elements.stream()
                .filter(row -> row.stored().archivedWith().isPresent())
                .toList());
        writes.anchorElements(anchors);
        writes.insertRelationships(relationships);
        elements.clear();
        anchors.clear();
        relationships.clear();
        length = 0;
    }

    private void added(int lineLength) throws SQLException {
        length += lineLength;
        if (elements.size() + anchors.size() + relationships.size() == MOST_ROWS || length > LONGEST_TEXT) {
            flush();
        }
    }
}
