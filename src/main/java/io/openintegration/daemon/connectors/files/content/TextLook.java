package io.openintegration.daemon.connectors.files.content;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Looks into a file that is text. */
final class TextLook {

    private final FileName name;
    private final KindDecision decision;
    private final LookedAt file;
    private final LookLimits limits;

    TextLook(FileName name, LookedAt file, LookLimits limits) {
        this.name = name;
        this.decision = new KindDecision(name);
        this.file = file;
        this.limits = limits;
    }

    /** @param readings of the beginning; at least one */
    FileContent look(List<TextReading> readings) throws IOException, NoSchemaException {
        TextReading text = readings.get(0);
        Markup markup = Markup.of(text.text());
        if (markup.kind().isPresent()) {
            FileKind kind = decision.markup(markup.kind().get());
            return FileContent.of(kind).encoded(text.encoding().or(() -> declaredEncoding(markup, readings)));
        }
        if (decision.mayBeJson() && mayBeginJson(text)) {
            Optional<FileContent> json = json(text);
            if (json.isPresent()) {
                return json.get();
            }
        }
        if (name.kind().is("CSVFile")) {
            return delimited(readings);
        }
        Optional<Table> table = decision.mayBeTable() ? table(text).filter(Table::isEvident) : Optional.empty();
        if (table.filter(any -> !any.isTooLarge(limits)).isPresent()) {
            return described(table.get(), FileKinds.CSV, text);
        }
        FileContent plain = FileContent.of(name.kind()).encoded(text.encoding());
        if (isNamedOtherwise()) {
            FileContent unproved = plain.proving(Proof.NONE);
            return text.text().isBlank() ? unproved : unproved.with(LookProblem.SCHEMA_MALFORMED);
        }
        return table.isPresent() || mayBecomeAnything(text) ? plain.proving(Proof.NONE) : plain;
    }

    /** A declaration is to be believed where the bytes do not speak against it. */
    private static Optional<String> declaredEncoding(Markup markup, List<TextReading> readings) {
        return markup.declaredEncoding().filter(declared -> readings.size() == 1 || !"UTF-8".equals(declared));
    }

    private static boolean mayBeginJson(TextReading text) {
        String start = text.text().stripLeading();
        return start.startsWith("{") || start.startsWith("[");
    }

    private boolean isNamedOtherwise() {
        FileKind kind = name.kind();
        return kind.is("JSONFile") || kind.is("AvroFile") || kind.is("ParquetFile");
    }

    /** Whether it may as well be the beginning of a table, or of JSON, that is being written. */
    private boolean mayBecomeAnything(TextReading text) {
        return name.isVague()
                && (mayBeginJson(text)
                        || text.text().lines().limit(Table.FEWEST_EVIDENT).count() < Table.FEWEST_EVIDENT);
    }

    /** Empty where it is none, and the name does not say that it was. */
    private Optional<FileContent> json(TextReading text) throws IOException, NoSchemaException {
        try {
            JsonSample sample = JsonSample.of(text, limits);
            TextReading read = text;
            if (sample.isTooShort() && file.hasMore()) {
                file.readOn();
                read = TextReading.of(file.beginning(), file.isWhole()).get(0);
                sample = JsonSample.of(read, limits);
            }
            return Optional.of(described(sample, read));
        } catch (NoSchemaException none) {
            if (name.kind().is("JSONFile")) {
                throw none;
            }
            return Optional.empty();
        }
    }

    private FileContent described(JsonSample sample, TextReading text) throws NoSchemaException {
        FileKind kind = decision.json(sample.isLines() ? FileKinds.JSON_LINES : FileKinds.JSON);
        FieldBudget budget = new FieldBudget(limits);
        boolean rows = sample.isRows() && (sample.isArray() || sample.isLines() || kind.equals(FileKinds.JSON_LINES));
        FileContent content = FileContent.of(kind, rows ? sample.row().fields(1, budget) : List.of())
                .encoded(text.encoding());
        if (sample.isTooShort() && sample.isArray() && !text.whole()) {
            return content.with(LookProblem.SCHEMA_TOO_LARGE).proving(Proof.KIND);
        }
        return budget.isCut() ? content.with(LookProblem.SCHEMA_CUT) : content;
    }

    private FileContent delimited(List<TextReading> readings) throws IOException, NoSchemaException {
        Optional<FileContent> content = firstTable(readings);
        if (content.isEmpty() && file.hasMore()) {
            file.readOn();
            content = firstTable(TextReading.of(file.beginning(), file.isWhole()));
        }
        if (content.isPresent()) {
            return content.get();
        }
        throw new NoSchemaException(file.isWhole() ? LookProblem.NOT_DELIMITED_TEXT : LookProblem.HEADER_TOO_LARGE);
    }

    /** Empty where the first record ends in none of the readings. */
    private Optional<FileContent> firstTable(List<TextReading> readings) throws NoSchemaException {
        for (TextReading reading : readings) {
            Optional<DelimitedSample> sample = sample(reading);
            if (sample.isPresent() && !sample.get().records().isEmpty()) {
                return Optional.of(described(new Table(sample.get()), name.kind(), reading));
            }
            if (sample.isPresent() && reading.whole()) {
                return Optional.of(FileContent.of(name.kind()).proving(Proof.NONE));
            }
        }
        return Optional.empty();
    }

    private Optional<Table> table(TextReading text) {
        return sample(text).filter(sample -> !sample.records().isEmpty()).map(Table::new);
    }

    private Optional<DelimitedSample> sample(TextReading text) {
        return Delimiters.forExtension(name.extension()).sample(text, limits.rows());
    }

    private FileContent described(Table table, FileKind kind, TextReading text) throws NoSchemaException {
        if (table.isTooLarge(limits)) {
            throw new NoSchemaException(LookProblem.HEADER_TOO_LARGE);
        }
        return FileContent.of(kind, table.fields()).laidOut(table.layout()).encoded(text.encoding());
    }
}
