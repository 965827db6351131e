package io.openintegration.daemon.store.embedded;

import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.ElementVersions;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.MetadataSource;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.Relationship;
import io.openintegration.daemon.metadata.types.RelationshipType.Multiplicity;
import io.openintegration.daemon.metadata.types.TypeCatalogue;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Writes to one metadata server's tables, each kind of write as one batch. */
final class BatchWrites {

    private final String elements;
    private final String relationships;
    private final TypeCatalogue types;

    BatchWrites(SchemaName schema, TypeCatalogue types) {
        this.elements = schema.table("element");
        this.relationships = schema.table("relationship");
        this.types = types;
    }

    void insertElements(Handle handle, Collection<ElementRow> rows) {
        try (PreparedBatch batch = handle.prepareBatch("INSERT INTO " + elements
                + " (guid, type_name, name_key, qualified_name, properties, classifications, search_text,"
                + " search_folded, anchor_guid, source_guid, source_name, created_by, updated_by, create_time,"
                + " update_time, version, revision) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)")) {
            for (ElementRow row : rows) {
                Element element = row.stored().element();
                ElementVersions versions = element.versions();
                String text = row.searchText();
                batch.add(
                        element.guid().value(),
                        element.type().value(),
                        Digest.key(row.qualifiedName()),
                        SearchableText.storable(row.qualifiedName()),
                        row.properties(),
                        row.classifications(),
                        text,
                        SearchableText.folded(text),
                        row.stored().anchor().map(Guid::value).orElse(null),
                        sourceGuid(element.source()),
                        sourceName(element.source()),
                        StorableText.of(versions.createdBy().value()),
                        StorableText.of(versions.updatedBy().value()),
                        versions.createTime().toEpochMilli(),
                        versions.updateTime().toEpochMilli(),
                        versions.version());
            }
            execute(batch);
        }
    }

    void updateElements(Handle handle, Collection<ElementRow> rows) {
        try (PreparedBatch batch = handle.prepareBatch("UPDATE " + elements
                + " SET name_key = ?, qualified_name = ?, properties = ?, classifications = ?, search_text = ?,"
                + " search_folded = ?, archived_with = ?, updated_by = ?, update_time = ?, version = ?,"
                + " revision = revision + 1 WHERE guid = ? AND revision = ?")) {
            for (ElementRow row : rows) {
                Element element = row.stored().element();
                String text = row.searchText();
                batch.add(
                        Digest.key(row.qualifiedName()),
                        SearchableText.storable(row.qualifiedName()),
                        row.properties(),
                        row.classifications(),
                        text,
                        SearchableText.folded(text),
                        row.stored().archivedWith().map(Guid::value).orElse(null),
                        StorableText.of(element.versions().updatedBy().value()),
                        element.versions().updateTime().toEpochMilli(),
                        element.versions().version(),
                        element.guid().value(),
                        row.stored().revision());
            }
            executeEach(batch);
        }
    }

    /** Changes nothing but the revision. */
    void touchElements(Handle handle, Collection<StoredElement> touched) {
        try (PreparedBatch batch = handle.prepareBatch(
                "UPDATE " + elements + " SET revision = revision + 1 WHERE guid = ? AND revision = ?")) {
            touched.forEach(stored -> batch.add(stored.guid().value(), stored.revision()));
            executeEach(batch);
        }
    }

    void deleteElements(Handle handle, Collection<StoredElement> removed) {
        try (PreparedBatch batch =
                handle.prepareBatch("DELETE FROM " + elements + " WHERE guid = ? AND revision = ?")) {
            removed.forEach(stored -> batch.add(stored.guid().value(), stored.revision()));
            executeEach(batch);
        }
    }

    void insertRelationships(Handle handle, Collection<Relationship> made) {
        try (PreparedBatch batch = handle.prepareBatch("INSERT INTO " + relationships
                + " (guid, type_name, end1, end2, link_key, properties, source_guid, source_name, created_by,"
                + " updated_by, create_time, update_time, version)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Relationship link : made) {
                ElementVersions versions = link.versions();
                batch.add(
                        link.guid().value(),
                        link.type().value(),
                        link.end1().value(),
                        link.end2().value(),
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
            execute(batch);
        }
    }

    /** @param changed in their new state; the version before is what must be found */
    void updateRelationships(Handle handle, Collection<Relationship> changed, Collection<Long> versionsBefore) {
        try (PreparedBatch batch = handle.prepareBatch("UPDATE " + relationships
                + " SET properties = ?, updated_by = ?, update_time = ?, version = ? WHERE guid = ? AND version = ?")) {
            var before = versionsBefore.iterator();
            for (Relationship link : changed) {
                batch.add(
                        PropertyText.write(link.properties()),
                        StorableText.of(link.versions().updatedBy().value()),
                        link.versions().updateTime().toEpochMilli(),
                        link.versions().version(),
                        link.guid().value(),
                        before.next());
            }
            executeEach(batch);
        }
    }

    void deleteRelationships(Handle handle, Collection<Guid> removed) {
        try (PreparedBatch batch = handle.prepareBatch("DELETE FROM " + relationships + " WHERE guid = ?")) {
            removed.forEach(guid -> batch.add(guid.value()));
            execute(batch);
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

    private static void execute(PreparedBatch batch) {
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    /** Each statement must meet its row; where one does not, another writer was faster. */
    private static void executeEach(PreparedBatch batch) {
        if (batch.size() > 0 && Arrays.stream(batch.execute()).anyMatch(count -> count == 0)) {
            throw new OvertakenException();
        }
    }
}
