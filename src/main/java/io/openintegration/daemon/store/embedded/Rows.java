package io.openintegration.daemon.store.embedded;

import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.ElementVersions;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.MetadataSource;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.Relationship;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.metadata.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Reads rows. Columns of elements may carry a prefix, where a row holds a relationship too. */
final class Rows {

    private Rows() {}

    static StoredElement element(ResultSet row, String prefix) throws SQLException {
        Element element = new Element(
                GuidColumn.read(row, prefix + "guid"),
                new TypeName(row.getString(prefix + "type_name")),
                PropertyText.read(row.getString(prefix + "properties")),
                PropertyText.readClassifications(row.getString(prefix + "classifications")),
                source(row, prefix),
                versions(row, prefix));
        return new StoredElement(
                element,
                GuidColumn.readOptional(row, prefix + "anchor_guid"),
                GuidColumn.readOptional(row, prefix + "archived_with"),
                row.getLong(prefix + "revision"));
    }

    static Relationship relationship(ResultSet row) throws SQLException {
        return new Relationship(
                GuidColumn.read(row, "guid"),
                new TypeName(row.getString("type_name")),
                GuidColumn.read(row, "end1"),
                GuidColumn.read(row, "end2"),
                PropertyText.read(row.getString("properties")),
                source(row, ""),
                versions(row, ""));
    }

    private static Optional<MetadataSource> source(ResultSet row, String prefix) throws SQLException {
        String guid = row.getString(prefix + "source_guid");
        return guid == null
                ? Optional.empty()
                : Optional.of(
                        new MetadataSource(new Guid(guid), new QualifiedName(row.getString(prefix + "source_name"))));
    }

    private static ElementVersions versions(ResultSet row, String prefix) throws SQLException {
        return new ElementVersions(
                new UserId(row.getString(prefix + "created_by")),
                new UserId(row.getString(prefix + "updated_by")),
                Instant.ofEpochMilli(row.getLong(prefix + "create_time")),
                Instant.ofEpochMilli(row.getLong(prefix + "update_time")),
                row.getLong(prefix + "version"));
    }
}
