package io.openintegration.daemon.connectors.files.content;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks into files, one at a time: finds out what they are by name and content, and their schema. Reads no more than
 * {@link LookLimits} allow, and parses no XML.
 */
public final class FileLook {

    /** Formats that are text, and begin with a signature as binary ones do. */
    private static final List<String> TEXT_SIGNATURES = List.of("%PDF-", "{\\rtf", "%!PS");

    private final LookLimits limits;
    private final Clock clock;

    public FileLook(LookLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /** Differs where the same file may come out otherwise. */
    public String stamp() {
        return limits.stamp();
    }

    /**
     * What a file is. An empty or too large one is not opened; its name tells. One that may not be opened, too.
     *
     * @throws FileChangedException where it became longer or shorter since it was listed
     * @throws SlowFileException where it could not be read in time
     * @throws IOException where it could not be read; {@link java.nio.file.NoSuchFileException} where it is gone
     */
    public FileContent look(FileName name, FileBytes file) throws IOException {
        FileContent named = FileContent.of(name.kind()).proving(Proof.NONE);
        if (file.size() == 0 || file.size() > limits.fileSize()) {
            return named;
        }
        try (LookedAt look = LookedAt.at(file, limits, Deadline.in(limits.time(), clock))) {
            return look(name, look);
        } catch (AccessDeniedException notPermitted) {
            return hasSchema(name.kind()) ? named.with(LookProblem.NOT_PERMITTED) : named;
        } catch (NoSchemaException none) {
            return named.with(none.problem());
        }
    }

    private FileContent look(FileName name, LookedAt file) throws IOException, NoSchemaException {
        byte[] beginning = file.beginning();
        if (AvroHeader.begins(beginning)) {
            return schemaOf(FileKinds.AVRO, budget -> AvroSchema.fields(avroSchema(file), budget));
        }
        List<TextReading> readings = TextReading.of(beginning, file.isWhole());
        boolean text = !readings.isEmpty() && readings.get(readings.size() - 1).isPlain();
        if (!text && ParquetFooter.begins(beginning)) {
            return schemaOf(
                    FileKinds.PARQUET,
                    budget -> ParquetSchema.fields(new ParquetFooter(file, limits).schema(), budget));
        }
        Optional<MediaTypes.Signature> signature =
                !text || hasTextSignature(beginning) ? MediaTypes.signature(beginning) : Optional.empty();
        FileKind kind = signature.map(new KindDecision(name)::signed).orElse(name.kind());
        if (readings.isEmpty() || !kind.equals(name.kind())) {
            return binary(name, kind);
        }
        FileContent content = new TextLook(name, file, limits).look(readings);
        return signature.isPresent() ? content.proving(Proof.ALL) : content;
    }

    private FileContent binary(FileName name, FileKind kind) throws NoSchemaException {
        if (kind.equals(name.kind()) && hasSchema(kind)) {
            throw new NoSchemaException(
                    kind.is("CSVFile") ? LookProblem.NOT_DELIMITED_TEXT : LookProblem.SCHEMA_MALFORMED);
        }
        return FileContent.of(kind);
    }

    private FileContent schemaOf(FileKind kind, SchemaSource source) throws IOException {
        FieldBudget budget = new FieldBudget(limits);
        try {
            FileContent content = FileContent.of(kind, source.fields(budget));
            return budget.isCut() ? content.with(LookProblem.SCHEMA_CUT) : content;
        } catch (NoSchemaException none) {
            // Who encrypts a schema wants its names nowhere else, either.
            Proof proof = none.problem() == LookProblem.SCHEMA_ENCRYPTED ? Proof.ALL : Proof.KIND;
            return FileContent.of(kind).with(none.problem()).proving(proof);
        }
    }

    private static String avroSchema(LookedAt file) throws IOException, NoSchemaException {
        Optional<String> schema = AvroHeader.schema(file.beginning());
        if (schema.isEmpty() && file.hasMore()) {
            file.readOn();
            schema = AvroHeader.schema(file.beginning());
        }
        return schema.orElseThrow(() ->
                new NoSchemaException(file.isWhole() ? LookProblem.SCHEMA_MALFORMED : LookProblem.SCHEMA_TOO_LARGE));
    }

    private static boolean hasTextSignature(byte[] beginning) {
        String start = new String(beginning, 0, Math.min(8, beginning.length), StandardCharsets.ISO_8859_1);
        return TEXT_SIGNATURES.stream().anyMatch(start::startsWith);
    }

    private static boolean hasSchema(FileKind kind) {
        return Stream.of("CSVFile", "JSONFile", "AvroFile", "ParquetFile").anyMatch(kind::is);
    }

    /** Where the fields of a file come from. */
    private interface SchemaSource {
        List<Field> fields(FieldBudget budget) throws IOException, NoSchemaException;
    }
}
