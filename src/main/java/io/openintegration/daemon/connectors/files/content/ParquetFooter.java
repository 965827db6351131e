package io.openintegration.daemon.connectors.files.content;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.SchemaElement;
import shaded.parquet.org.apache.thrift.TConfiguration;
import shaded.parquet.org.apache.thrift.TException;
import shaded.parquet.org.apache.thrift.protocol.TCompactProtocol;
import shaded.parquet.org.apache.thrift.protocol.TField;
import shaded.parquet.org.apache.thrift.protocol.TProtocol;
import shaded.parquet.org.apache.thrift.protocol.TProtocolUtil;
import shaded.parquet.org.apache.thrift.transport.TIOStreamTransport;

/**
 * The schema in the footer of a Parquet file. It comes first there; the row groups behind it, which make footers large,
 * are not read.
 */
final class ParquetFooter {

    private static final String MARK = "PAR1";

    /** Of a file whose footer is encrypted. */
    private static final String ENCRYPTED_MARK = "PARE";

    /** Length of the footer, and the mark. */
    private static final int TRAILER = 8;

    private static final int MOST_LEVELS = 64;

    /** Thrift's numbers for the end of a structure and for a list; the library has left its names for them away. */
    private static final byte STOP = 0;

    private static final byte LIST = 15;

    private final LookedAt file;
    private final LookLimits limits;

    ParquetFooter(LookedAt file, LookLimits limits) {
        this.file = file;
        this.limits = limits;
    }

    static boolean begins(byte[] beginning) {
        return beginning.length >= MARK.length()
                && (isMark(MARK, beginning, 0) || isMark(ENCRYPTED_MARK, beginning, 0));
    }

    /** The elements of the schema, each followed by those in it. */
    List<SchemaElement> schema() throws IOException, NoSchemaException {
        if (file.size() < MARK.length() + TRAILER) {
            throw new NoSchemaException(LookProblem.SCHEMA_MALFORMED);
        }
        byte[] end = file.end((int) Math.min(file.size(), Math.min(LookedAt.FIRST_LOOK, limits.bytes())));
        if (end.length < TRAILER) {
            throw new NoSchemaException(LookProblem.SCHEMA_TOO_LARGE);
        }
        int trailer = end.length - TRAILER;
        if (isMark(ENCRYPTED_MARK, end, trailer + 4)) {
            throw new NoSchemaException(LookProblem.SCHEMA_ENCRYPTED);
        }
        int length = ByteBuffer.wrap(end).order(ByteOrder.LITTLE_ENDIAN).getInt(trailer);
        if (!isMark(MARK, end, trailer + 4) || length <= 0 || length > file.size() - TRAILER - MARK.length()) {
            throw new NoSchemaException(LookProblem.SCHEMA_MALFORMED);
        }
        byte[] footer = length <= trailer
                ? Arrays.copyOfRange(end, trailer - length, trailer)
                : file.middle(file.size() - TRAILER - length, Math.min(length, limits.bytes()));
        return decode(footer, footer.length < length);
    }

    private List<SchemaElement> decode(byte[] footer, boolean cut) throws NoSchemaException {
        try {
            // The configuration keeps what the footer says of its own lengths within its real one.
            TConfiguration bounds = new TConfiguration(footer.length, footer.length, MOST_LEVELS);
            return schema(new TCompactProtocol(new TIOStreamTransport(bounds, new ByteArrayInputStream(footer))));
        } catch (TException malformed) {
            throw new NoSchemaException(cut ? LookProblem.SCHEMA_TOO_LARGE : LookProblem.SCHEMA_MALFORMED, malformed);
        }
    }

    private List<SchemaElement> schema(TProtocol protocol) throws TException, NoSchemaException {
        protocol.readStructBegin();
        TField field = protocol.readFieldBegin();
        while (field.type != STOP) {
            if (field.id == FileMetaData._Fields.SCHEMA.getThriftFieldId() && field.type == LIST) {
                return elements(protocol);
            }
            TProtocolUtil.skip(protocol, field.type);
            protocol.readFieldEnd();
            field = protocol.readFieldBegin();
        }
        throw new NoSchemaException(LookProblem.SCHEMA_MALFORMED);
    }

    private List<SchemaElement> elements(TProtocol protocol) throws TException, NoSchemaException {
        int size = protocol.readListBegin().size;
        List<SchemaElement> elements = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            // Lists and maps have up to two elements for each field.
            if (elements.size() > 3L * limits.columns()) {
                throw new NoSchemaException(LookProblem.SCHEMA_TOO_LARGE);
            }
            SchemaElement element = new SchemaElement();
            element.read(protocol);
            elements.add(element);
        }
        return elements;
    }

    private static boolean isMark(String mark, byte[] bytes, int offset) {
        byte[] expected = mark.getBytes(StandardCharsets.US_ASCII);
        return Arrays.equals(bytes, offset, offset + expected.length, expected, 0, expected.length);
    }
}
