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
                new Guid(row.getString(prefix + "guid")),
                new TypeName(row.getString(prefix + "type_name")),
                PropertyText.read(row.getString(prefix + "properties")),
                PropertyText.readClassifications(row.getString(prefix + "classifications")),
                source(row, prefix),
                versions(row, prefix));
        return new StoredElement(
                element,
                Optional.ofNullable(row.getString(prefix + "anchor_guid")).map(Guid::new),
                Optional.ofNullable(row.getString(prefix + "archived_with")).map(Guid::new),
                row.getLong(prefix + "revision"));
    }

    static Relationship relationship(ResultSet row) throws SQLException {
        return new Relationship(
                new Guid(row.getString("guid")),
                new TypeName(row.getString("type_name")),
                new Guid(row.getString("end1")),
                new Guid(row.getString("end2")),
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
