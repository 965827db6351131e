package io.openintegration.daemon.rest.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.openintegration.daemon.metadata.Requester;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.metadata.types.TypeCatalogue;
import io.openintegration.daemon.testing.InMemoryMetadataStore;
import io.openintegration.daemon.testing.SettableClock;
import java.time.Instant;
import java.util.Optional;

/** A store in memory, written by its API. In JSON, apostrophes stand for quotation marks. */
final class StoreFixture {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    final SettableClock clock = new SettableClock(Instant.parse("2021-02-02T20:57:50.647Z"));
    final InMemoryMetadataStore store = new InMemoryMetadataStore(clock);
    final StoreCall call =
            new StoreCall(new ServerName("cocoMDS1"), store, new Requester(new UserId("erin"), Optional.empty()));
    final OpenMetadataWritesApi writes = new OpenMetadataWritesApi(TypeCatalogue.openMetadata(), () -> "request-1");

    /** @param properties as {@link #text} and {@link #number} make them, with commas between */
    String create(String type, String name, String properties) {
        return writes.create(
                        call,
                        json("{'typeName':'" + type + "','properties':{'propertyValueMap':{"
                                + text("qualifiedName", name) + (properties.isEmpty() ? "" : "," + properties) + "}}}"))
                .get("guid")
                .textValue();
    }

    String create(String type, String name) {
        return create(type, name, "");
    }

    String relate(String type, String end1, String end2, String properties) {
        return writes.relate(
                        call,
                        json("{'typeName':'" + type + "','metadataElement1GUID':'" + end1
                                + "','metadataElement2GUID':'" + end2 + "','properties':{'propertyValueMap':{"
                                + properties + "}}}"))
                .get("guid")
                .textValue();
    }

    static String text(String property, String text) {
        return "'" + property + "':" + textValue(text);
    }

    static String textValue(String text) {
        return "{'class':'PrimitiveTypePropertyValue','typeName':'string','primitiveValue':'" + text + "'}";
    }

    static String number(String property, int number) {
        return "'" + property + "':" + numberValue(number);
    }

    static String numberValue(int number) {
        return "{'class':'PrimitiveTypePropertyValue','typeName':'int','primitiveValue':" + number + "}";
    }

    static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }
}
