package io.openintegration.daemon.connectors.files.content;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.async.ByteArrayFeeder;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.json.async.NonBlockingJsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The first rows of a text of JSON: the objects in an array, or one after the other. The text may end anywhere: nothing
 * is read into what is not there.
 */
final class JsonSample {

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNameLength(Table.LONGEST_NAME)
                    .build())
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .build();

    private final LookLimits limits;
    private final JsonShape row = new JsonShape();
    private int rowsSeen;
    private int rootValues;
    private boolean array;
    private boolean otherValues;

    private JsonSample(LookLimits limits) {
        this.limits = limits;
    }

    /** @throws NoSchemaException where the text is no JSON, or goes beyond what JSON needs to tell something */
    static JsonSample of(TextReading text, LookLimits limits) throws NoSchemaException {
        JsonSample sample = new JsonSample(limits);
        byte[] bytes = text.text().getBytes(StandardCharsets.UTF_8);
        try (NonBlockingJsonParser parser = (NonBlockingJsonParser) JSON.createNonBlockingByteArrayParser()) {
            ByteArrayFeeder feeder = parser.getNonBlockingInputFeeder();
            feeder.feedInput(bytes, 0, bytes.length);
            if (text.whole()) {
                feeder.endOfInput();
            }
            sample.read(parser);
            return sample;
        } catch (StreamConstraintsException tooMuch) {
            throw new NoSchemaException(LookProblem.SCHEMA_TOO_LARGE, tooMuch);
        } catch (JsonProcessingException none) {
            throw new NoSchemaException(LookProblem.SCHEMA_MALFORMED, none);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Whether objects follow each other, without an array around them. */
    boolean isLines() {
        return !array && rowsSeen > 1;
    }

    /** Whether it has nothing but rows. */
    boolean isRows() {
        return rowsSeen > 0 && !otherValues && (!array || rootValues == 1);
    }

    /** Whether not even the first row ended in the text. */
    boolean isTooShort() {
        return rowsSeen == 0 && !otherValues;
    }

    /** Whether the rows stand in an array. */
    boolean isArray() {
        return array;
    }

    JsonShape row() {
        return row;
    }

    private void read(JsonParser parser) throws IOException {
        while (rowsSeen < limits.rows() && isValue(parser.nextToken())) {
            rootValues++;
            if (parser.currentToken() == JsonToken.START_ARRAY && rootValues == 1) {
                array = true;
                readElements(parser);
            } else {
                readRow(parser);
            }
        }
    }

    private void readElements(JsonParser parser) throws IOException {
        while (rowsSeen < limits.rows() && isValue(parser.nextToken())) {
            readRow(parser);
        }
    }

    private void readRow(JsonParser parser) throws IOException {
        boolean isObject = parser.currentToken() == JsonToken.START_OBJECT;
        otherValues |= !isObject;
        if (readValue(parser, row, 0) && isObject) {
            rowsSeen++;
        }
    }

    /** Whether there is a value, rather than the end of an array or of the text. */
    private static boolean isValue(JsonToken token) {
        return token != null && token != JsonToken.NOT_AVAILABLE && !token.isStructEnd();
    }

    /** Returns whether the value that begins with the current token ended in the text. */
    private boolean readValue(JsonParser parser, JsonShape shape, int level) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> readMembers(parser, shape, level);
            case START_ARRAY -> readElements(parser, shape.element(), level);
            default -> {
                readScalar(parser, shape);
                yield true;
            }
        };
    }

    private boolean readMembers(JsonParser parser, JsonShape shape, int level) throws IOException {
        shape.isObject();
        if (level > limits.nesting()) {
            return skip(parser);
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            JsonShape member = shape.member(parser.currentName());
            if (!isValue(parser.nextToken()) || !readValue(parser, member, level + 1)) {
                return false;
            }
        }
        boolean ended = parser.currentToken() == JsonToken.END_OBJECT;
        if (ended) {
            shape.endsObject();
        }
        return ended;
    }

    private boolean readElements(JsonParser parser, JsonShape element, int level) throws IOException {
        if (level > limits.nesting()) {
            return skip(parser);
        }
        while (isValue(parser.nextToken())) {
            if (!readValue(parser, element, level + 1)) {
                return false;
            }
        }
        return parser.currentToken() == JsonToken.END_ARRAY;
    }

    /** Goes to the end of the object or array that the current token begins. */
    private static boolean skip(JsonParser parser) throws IOException {
        int open = 1;
        JsonToken token = parser.nextToken();
        while (token != null && token != JsonToken.NOT_AVAILABLE) {
            open += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (open == 0) {
                return true;
            }
            token = parser.nextToken();
        }
        return false;
    }

    private static void readScalar(JsonParser parser, JsonShape shape) throws IOException {
        switch (parser.currentToken()) {
            case VALUE_NULL -> shape.isNull();
            case VALUE_TRUE, VALUE_FALSE -> shape.is(DataType.BOOLEAN);
            case VALUE_NUMBER_INT -> shape.is(integer(parser));
            case VALUE_NUMBER_FLOAT -> shape.is(DataType.DOUBLE);
            default -> shape.is(DataType.STRING);
        }
    }

    private static DataType integer(JsonParser parser) throws IOException {
        return switch (parser.getNumberType()) {
            case INT -> DataType.INT;
            case LONG -> DataType.LONG;
            default -> DataType.BIGINTEGER;
        };
    }
}
