package io.openintegration.daemon.persistence;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.reconcile.LedgerPart;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The parts of an item as one JSON array, six values for each part: as short and as fast as text can be. */
final class LedgerPartsJson {

    private static final String NONE = "[]";

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(2).build())
            .build();

    private LedgerPartsJson() {}

    static String write(List<LedgerPart> parts) {
        if (parts.isEmpty()) {
            return NONE;
        }
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartArray();
            for (LedgerPart part : parts) {
                json.writeString(part.name().value());
                json.writeString(part.type().value());
                json.writeString(part.guid().value());
                writeNames(json, part.classifications());
                json.writeString(part.fingerprint());
                json.writeNumber(part.version());
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    static List<LedgerPart> read(String text) {
        if (text.equals(NONE)) {
            return List.of();
        }
        List<LedgerPart> parts = new ArrayList<>();
        try (JsonParser json = JSON.createParser(text)) {
            json.nextToken();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                parts.add(new LedgerPart(
                        new QualifiedName(json.getText()),
                        new TypeName(json.nextTextValue()),
                        new Guid(json.nextTextValue()),
                        readNames(json),
                        json.nextTextValue(),
                        json.nextLongValue(0)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }

    private static void writeNames(JsonGenerator json, Set<TypeName> names) throws IOException {
        json.writeStartArray();
        for (TypeName name : names) {
            json.writeString(name.value());
        }
        json.writeEndArray();
    }

    private static Set<TypeName> readNames(JsonParser json) throws IOException {
        json.nextToken();
        Set<TypeName> names = new HashSet<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            names.add(new TypeName(json.getText()));
        }
        return names;
    }
}
