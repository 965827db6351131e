package io.openintegration.daemon.connectors.files.content;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The header of an Avro object container file: a mark, then a map from texts to bytes, in which the schema is written as
 * JSON (Avro 1.12 specification, "Object Container Files").
 */
final class AvroHeader {

    private static final byte[] MARK = {'O', 'b', 'j', 1};
    private static final String SCHEMA = "avro.schema";

    private final ByteBuffer bytes;

    private AvroHeader(byte[] beginning) {
        bytes = ByteBuffer.wrap(beginning, MARK.length, beginning.length - MARK.length);
    }

    static boolean begins(byte[] beginning) {
        return beginning.length >= MARK.length && Arrays.equals(beginning, 0, MARK.length, MARK, 0, MARK.length);
    }

    /**
     * The schema's JSON.
     *
     * @return empty where the header does not end in these bytes
     * @throws NoSchemaException where it is none
     */
    static Optional<String> schema(byte[] beginning) throws NoSchemaException {
        try {
            return Optional.of(new AvroHeader(beginning).schema());
        } catch (BufferUnderflowException cut) {
            return Optional.empty();
        }
    }

    private String schema() throws NoSchemaException {
        long entries = entries();
        while (entries > 0) {
            for (long entry = 0; entry < entries; entry++) {
                String key = new String(bytes(), StandardCharsets.UTF_8);
                byte[] value = bytes();
                if (SCHEMA.equals(key)) {
                    return new String(value, StandardCharsets.UTF_8);
                }
            }
            entries = entries();
        }
        throw new NoSchemaException(LookProblem.SCHEMA_MALFORMED);
    }

    /** How many entries the next block of the map has; a negative figure is followed by the block's length. */
    private long entries() throws NoSchemaException {
        long entries = number();
        if (entries < 0) {
            number();
        }
        return Math.abs(entries);
    }

    private byte[] bytes() throws NoSchemaException {
        long length = number();
        if (length < 0) {
            throw new NoSchemaException(LookProblem.SCHEMA_MALFORMED);
        }
        // Nothing is made as long as it claims to be before it is known to be there.
        if (length > bytes.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] content = new byte[(int) length];
        bytes.get(content);
        return content;
    }

    /** Seven bits in each byte, the lowest first, the sign in the last bit. */
    private long number() throws NoSchemaException {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = bytes.get();
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return (value >>> 1) ^ -(value & 1);
            }
        }
        throw new NoSchemaException(LookProblem.SCHEMA_MALFORMED);
    }
}
