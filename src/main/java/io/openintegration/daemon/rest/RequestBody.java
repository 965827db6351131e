package io.openintegration.daemon.rest;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads request bodies, within bounds. */
public final class RequestBody {

    /** Largest body accepted, in bytes. */
    static final int LARGEST = 1 << 20;

    private RequestBody() {}

    /**
     * The body as text, empty where there is none.
     *
     * @throws RejectedRequestException {@code REST-REQUEST-413-001} where it is too large, {@code REST-REQUEST-400-006} where
     *     it is not UTF-8, {@code REST-REQUEST-400-008} where it cannot be read
     */
    public static String text(InputStream body) {
        if (body == null) {
            return "";
        }
        try {
            byte[] bytes = body.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new RejectedRequestException(RestMessage.BODY_TOO_LARGE.with(LARGEST));
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new RejectedRequestException(RestMessage.BODY_NOT_UTF8.with());
        } catch (IOException e) {
            throw new RejectedRequestException(
                    RestMessage.BODY_UNREADABLE.with(e.getClass().getSimpleName()));
        }
    }

    /** Any JSON. @throws RejectedRequestException {@code REST-REQUEST-400-001} where it is none, or nested too deep */
    public static JsonNode json(String text) {
        try {
            return Json.MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw notJson(e);
        }
    }

    /** What to say of text that is no JSON, or nested too deep. */
    static RejectedRequestException notJson(JsonProcessingException e) {
        JsonLocation place = e.getLocation();
        return new RejectedRequestException(RestMessage.BODY_NOT_JSON.with(
                place == null ? 0 : place.getLineNr(), place == null ? 0 : place.getColumnNr()));
    }

    /** A JSON object; an empty one where there is no body. */
    static ObjectNode object(InputStream body) {
        String text = text(body);
        if (text.isBlank()) {
            return Json.object();
        }
        if (json(text) instanceof ObjectNode object) {
            return object;
        }
        throw new RejectedRequestException(RestMessage.BODY_NOT_OBJECT.with());
    }
}
