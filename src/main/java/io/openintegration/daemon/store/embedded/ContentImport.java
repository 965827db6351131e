package io.openintegration.daemon.store.embedded;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.openintegration.daemon.metadata.ContentCounts;
import io.openintegration.daemon.metadata.Refusals;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Takes over the lines of an export (ADR 39), within one transaction. Used by one thread, once. */
final class ContentImport {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Handle handle;
    private final DatabaseTables tables;
    private final DigestedLines lines;
    private final ImportedRows rows;
    private final Map<String, Long> counts = new HashMap<>();

    ContentImport(Handle handle, DatabaseTables tables, InputStream in) {
        this.handle = handle;
        this.tables = tables;
        this.lines = new DigestedLines(in);
        this.rows = new ImportedRows(tables.writes(handle.getConnection()));
    }

    /** @throws io.openintegration.daemon.metadata.MetadataStoreException where it is no export, or not as it was exported */
    ContentCounts read() throws SQLException, IOException {
        begin();
        boolean ended = false;
        Optional<String> line = lines.next();
        while (line.isPresent()) {
            if (ended) {
                throw Refusals.exportNotWhole("something follows the closing line");
            }
            ended = take(line.get());
            line = lines.next();
        }
        if (!ended) {
            throw Refusals.exportNotWhole("the closing line is missing");
        }
        return new ContentCounts(
                count(ExportFormat.ELEMENT), count(ExportFormat.RELATIONSHIP), count(ExportFormat.RECEIPT));
    }

    private void begin() throws IOException {
        JsonNode begin = json(lines.next().orElse("{}")).path(ExportFormat.BEGIN);
        if (!begin.path("format").asText().equals(ExportFormat.NAME)
                || begin.path("version").asInt() != ExportFormat.VERSION) {
            throw Refusals.noExport(ExportFormat.VERSION);
        }
    }

    /** @return whether it was the closing line */
    private boolean take(String line) throws SQLException {
        JsonNode json = json(line);
        try {
            String kind = json.size() == 1 ? json.fieldNames().next() : "";
            ExportedFields fields = new ExportedFields(json.path(kind));
            counts.merge(kind, 1L, Long::sum);
            switch (kind) {
                case ExportFormat.ELEMENT -> rows.add(ExportedRecord.element(fields), line.length());
                case ExportFormat.ANCHOR -> rows.add(ExportedRecord.anchor(fields), line.length());
                case ExportFormat.RELATIONSHIP -> rows.add(ExportedRecord.relationship(fields), line.length());
                case ExportFormat.RECEIPT -> tables.receipts().insert(handle, ExportedRecord.receipt(fields));
                case ExportFormat.END -> {
                    rows.flush();
                    end(fields);
                    return true;
                }
                default -> throw new IllegalArgumentException(kind + " is not known");
            }
            return false;
        } catch (IllegalArgumentException wrong) {
            throw Refusals.badExportLine(lines.number(), wrong.getMessage());
        }
    }

    private void end(ExportedFields fields) {
        if (!fields.text("sha256").equals(lines.digestOfThoseBefore())) {
            throw Refusals.exportNotWhole("the checksum is another one");
        }
        compare(fields, "elements", ExportFormat.ELEMENT);
        compare(fields, "anchors", ExportFormat.ANCHOR);
        compare(fields, "relationships", ExportFormat.RELATIONSHIP);
        compare(fields, "receipts", ExportFormat.RECEIPT);
    }

    private void compare(ExportedFields fields, String name, String kind) {
        if (fields.number(name) != count(kind)) {
            throw Refusals.exportNotWhole("it has " + count(kind) + " " + name + ", not " + fields.number(name));
        }
    }

    private long count(String kind) {
        return counts.getOrDefault(kind, 0L);
    }

    private JsonNode json(String line) {
        try {
            return MAPPER.readTree(line);
        } catch (JsonProcessingException noJson) {
            throw Refusals.badExportLine(lines.number(), "it is not JSON");
        }
    }
}
