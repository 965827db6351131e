package io.openintegration.daemon.store.embedded;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.HexFormat;

/** Writes the lines of an export, each a JSON object of one field, and keeps their digest. Used by one thread, once. */
final class ExportedLines {

    private static final JsonFactory JSON = new JsonFactory();

    private final OutputStream out;
    private final MessageDigest digest = LineDigest.begin();

    ExportedLines(OutputStream out) {
        this.out = new BufferedOutputStream(out);
    }

    /** What goes into the object of a line. */
    @FunctionalInterface
    interface Fields {
        void writeTo(JsonGenerator json) throws SQLException, IOException;
    }

    void write(String kind, Fields fields) throws SQLException, IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeObjectFieldStart(kind);
            fields.writeTo(json);
            json.writeEndObject();
            json.writeEndObject();
        }
        byte[] line = text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
        digest.update(line);
        out.write(line);
    }

    /** Of the lines written so far. */
    String digest() {
        return HexFormat.of().formatHex(digest.digest());
    }

    void flush() throws IOException {
        out.flush();
    }
}
