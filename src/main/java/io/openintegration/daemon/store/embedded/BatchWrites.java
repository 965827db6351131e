package io.openintegration.daemon.store.embedded;

import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.ElementVersions;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.MetadataSource;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.Relationship;
import io.openintegration.daemon.metadata.types.RelationshipType.Multiplicity;
import io.openintegration.daemon.metadata.types.TypeCatalogue;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;

/**
 * Writes to one metadata server's tables, each kind of write as one batch. By JDBC itself: there are enough values for
 * Jdbi's way of binding them to show.
 */
final class BatchWrites {

    private final Connection connection;
    private final String elements;
    private final String relationships;
    private final TypeCatalogue types;

    BatchWrites(Connection connection, SchemaName schema, TypeCatalogue types) {
        this.connection = connection;
        this.elements = schema.table("element");
        this.relationships = schema.table("relationship");
        this.types = types;
    }

    void insertElements(Collection<ElementRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (RowBatch batch = RowBatch.of(
                connection,
                "INSERT INTO " + elements
                        + " (guid, type_name, name_key, properties, classifications, search_text, anchor_guid,"
                        + " source_guid, source_name, created_by, updated_by, create_time, update_time, version,"
                        + " revision) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)")) {
            for (ElementRow row : rows) {
                Element element = row.stored().element();
                ElementVersions versions = element.versions();
                batch.add(
                        GuidColumn.of(element.guid()),
                        element.type().value(),
                        NameKey.of(row.qualifiedName()),
                        row.properties(),
                        row.classifications(),
                        row.searchText(),
                        GuidColumn.of(row.stored().anchor()),
                        sourceGuid(element.source()),
                        sourceName(element.source()),
                        StorableText.of(versions.createdBy().value()),
                        StorableText.of(versions.updatedBy().value()),
                        versions.createTime().toEpochMilli(),
                        versions.updateTime().toEpochMilli(),
                        versions.version());
            }
            batch.finish();
        }
    }

    void updateElements(Collection<ElementRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (RowBatch batch = RowBatch.ofMeeting(
                connection,
                "UPDATE " + elements
                        + " SET name_key = ?, properties = ?, classifications = ?, search_text = ?, archived_with = ?,"
                        + " updated_by = ?, update_time = ?, version = ?, revision = revision + 1"
                        + " WHERE guid = ? AND revision = ?")) {
            for (ElementRow row : rows) {
                Element element = row.stored().element();
                batch.add(
                        NameKey.of(row.qualifiedName()),
                        row.properties(),
                        row.classifications(),
                        row.searchText(),
                        GuidColumn.of(row.stored().archivedWith()),
                        StorableText.of(element.versions().updatedBy().value()),
                        element.versions().updateTime().toEpochMilli(),
                        element.versions().version(),
                        GuidColumn.of(element.guid()),
                        row.stored().revision());
            }
            batch.finish();
        }
    }

    /** Makes each element a part of its anchor, where both are there: {@link OvertakenException} where one is not. */
    void anchorElements(Collection<LateAnchor> anchors) throws SQLException {
        if (anchors.isEmpty()) {
            return;
        }
        try (RowBatch batch =
                RowBatch.ofMeeting(connection, "UPDATE " + elements + " SET anchor_guid = ? WHERE guid = ?")) {
            for (LateAnchor late : anchors) {
                batch.add(GuidColumn.of(late.anchor()), GuidColumn.of(late.element()));
            }
            batch.finish();
        }
    }

    /** Changes nothing but the revision. */
    void touchElements(Collection<StoredElement> touched) throws SQLException {
        each(touched, "UPDATE " + elements + " SET revision = revision + 1 WHERE guid = ? AND revision = ?");
    }

    void deleteElements(Collection<StoredElement> removed) throws SQLException {
        each(removed, "DELETE FROM " + elements + " WHERE guid = ? AND revision = ?");
    }

    void insertRelationships(Collection<Relationship> made) throws SQLException {
        if (made.isEmpty()) {
            return;
        }
        try (RowBatch batch = RowBatch.of(
                connection,
                "INSERT INTO " + relationships
                        + " (guid, type_name, end1, end2, link_key, properties, source_guid, source_name, created_by,"
                        + " updated_by, create_time, update_time, version)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Relationship link : made) {
                ElementVersions versions = link.versions();
                batch.add(
                        GuidColumn.of(link.guid()),
                        link.type().value(),
                        GuidColumn.of(link.end1()),
                        GuidColumn.of(link.end2()),
                        linkKey(link),
                        PropertyText.write(link.properties()),
                        sourceGuid(link.source()),
                        sourceName(link.source()),
                        StorableText.of(versions.createdBy().value()),
                        StorableText.of(versions.updatedBy().value()),
                        versions.createTime().toEpochMilli(),
                        versions.updateTime().toEpochMilli(),
                        versions.version());
            }
            batch.finish();
        }
    }

    /** @param changed in their new state; the version before is what must be found */
    void updateRelationships(Collection<Relationship> changed, Collection<Long> versionsBefore) throws SQLException {
        if (changed.isEmpty()) {
            return;
        }
        try (RowBatch batch = RowBatch.ofMeeting(
                connection,
                "UPDATE " + relationships
                        + " SET properties = ?, updated_by = ?, update_time = ?, version = ?"
                        + " WHERE guid = ? AND version = ?")) {
            var before = versionsBefore.iterator();
            for (Relationship link : changed) {
                batch.add(
                        PropertyText.write(link.properties()),
                        StorableText.of(link.versions().updatedBy().value()),
                        link.versions().updateTime().toEpochMilli(),
                        link.versions().version(),
                        GuidColumn.of(link.guid()),
                        before.next());
            }
            batch.finish();
        }
    }

    void deleteRelationships(Collection<Guid> removed) throws SQLException {
        if (removed.isEmpty()) {
            return;
        }
        try (RowBatch batch = RowBatch.of(connection, "DELETE FROM " + relationships + " WHERE guid = ?")) {
            for (Guid guid : removed) {
                batch.add(GuidColumn.of(guid));
            }
            batch.finish();
        }
    }

    /** @param sql of which the parameters are GUID and revision */
    private void each(Collection<StoredElement> all, String sql) throws SQLException {
        if (all.isEmpty()) {
            return;
        }
        try (RowBatch batch = RowBatch.ofMeeting(connection, sql)) {
            for (StoredElement stored : all) {
                batch.add(GuidColumn.of(stored.guid()), stored.revision());
            }
            batch.finish();
        }
    }

    private static String sourceGuid(Optional<MetadataSource> source) {
        return source.map(MetadataSource::guid)
                .map(Guid::value)
                .map(StorableText::of)
                .orElse(null);
    }

    private static String sourceName(Optional<MetadataSource> source) {
        return source.map(MetadataSource::name)
                .map(QualifiedName::value)
                .map(StorableText::of)
                .orElse(null);
    }

    private String linkKey(Relationship link) {
        return types.relationship(link.type())
                .filter(type -> type.multiplicity() == Multiplicity.MULTI_LINK)
                .map(type -> link.guid().value())
                .orElse("");
    }
}
