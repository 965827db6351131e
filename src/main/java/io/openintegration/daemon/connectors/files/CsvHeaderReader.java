package io.openintegration.daemon.connectors.files;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import io.openintegration.daemon.connectors.files.content.FileBytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Reads the header record of delimited text files. Never reads more than the first MiB of a file. */
final class CsvHeaderReader {

    /** Largest header record, in bytes. */
    static final int LARGEST_RECORD = 1024 * 1024;

    /** Most columns. */
    static final int MOST_COLUMNS = 10_000;

    /** Longest column name, in characters: what is longer is data, or a quote that was never closed. */
    static final int LONGEST_NAME = 1_000;

    /** Enough for nearly every header record. */
    private static final int FIRST_LOOK = 16 * 1024;

    private final List<Character> delimiters;

    private CsvHeaderReader(List<Character> delimiters) {
        this.delimiters = delimiters;
    }

    /** A reader for files of that extension: it says which delimiter counts where none occurs. */
    static CsvHeaderReader forExtension(String extension) {
        return new CsvHeaderReader(
                "csv".equalsIgnoreCase(extension) ? List.of(',', ';', '\t', '|') : List.of('\t', ',', ';', '|'));
    }

    /**
     * @throws IOException where the file could not be read, {@link java.nio.file.NoSuchFileException} where it is gone,
     *     {@link java.nio.file.AccessDeniedException} where it may not be read
     */
    CsvHeader read(FileBytes file) throws IOException {
        try (InputStream bytes = file.from(0)) {
            ByteArrayOutputStream beginning = new ByteArrayOutputStream(FIRST_LOOK);
            Optional<CsvHeader> header = read(bytes, beginning, FIRST_LOOK);
            if (header.isEmpty()) {
                header = read(bytes, beginning, LARGEST_RECORD - FIRST_LOOK);
            }
            return header.orElse(CsvHeader.unusable(FilesMessage.HEADER_TOO_LARGE));
        }
    }

    /** Reads on and tries to understand all that was read so far; empty where the header record does not end in it. */
    private Optional<CsvHeader> read(InputStream bytes, ByteArrayOutputStream beginning, int more) throws IOException {
        byte[] next = bytes.readNBytes(more);
        beginning.writeBytes(next);
        return FileBeginning.readings(beginning.toByteArray(), next.length < more).stream()
                .flatMap(reading -> headerIn(reading).stream())
                .findFirst();
    }

    /** Empty where the header record does not end in this text. */
    private Optional<CsvHeader> headerIn(FileBeginning beginning) {
        if (!beginning.isText()) {
            return Optional.of(CsvHeader.unusable(FilesMessage.HEADER_NOT_TEXT));
        }
        Optional<FirstRecord> widest = Optional.empty();
        for (char delimiter : delimiters) {
            Optional<FirstRecord> candidate = firstRecord(beginning.text(), delimiter);
            if (candidate.isPresent() && candidate.get().isWiderThan(widest)) {
                widest = candidate;
            }
        }
        if (!beginning.whole() && !widest.map(FirstRecord::endsBeforeText).orElse(false)) {
            return Optional.empty();
        }
        return Optional.of(widest.map(record -> record.header(beginning.encoding()))
                .orElse(CsvHeader.unusable(FilesMessage.HEADER_NOT_TEXT)));
    }

    /** Empty where the text makes no sense with this delimiter. */
    private static Optional<FirstRecord> firstRecord(String text, char delimiter) {
        CsvRecordHandler handler = CsvRecordHandler.of(limits -> limits.maxFields(LARGEST_RECORD));
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(delimiter)
                .quoteCharacter(CsvHeader.QUOTE)
                .build(handler, text)) {
            Iterator<CsvRecord> records = reader.iterator();
            if (!records.hasNext()) {
                return Optional.of(new FirstRecord(delimiter, List.of(), false));
            }
            List<String> fields = records.next().getFields();
            return Optional.of(new FirstRecord(delimiter, fields, hasNext(records)));
        } catch (CsvParseException senseless) {
            return Optional.empty();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static boolean hasNext(Iterator<CsvRecord> records) {
        try {
            return records.hasNext();
        } catch (CsvParseException secondIsSenseless) {
            return true;
        }
    }

    /** @param endsBeforeText whether the text goes on after the record */
    private record FirstRecord(char delimiter, List<String> fields, boolean endsBeforeText) {

        boolean isWiderThan(Optional<FirstRecord> other) {
            return other.isEmpty() || fields.size() > other.get().fields.size();
        }

        CsvHeader header(Optional<String> encoding) {
            if (fields.size() > MOST_COLUMNS || fields.stream().anyMatch(name -> name.length() > LONGEST_NAME)) {
                return CsvHeader.unusable(FilesMessage.HEADER_TOO_LARGE);
            }
            return fields.isEmpty()
                    ? CsvHeader.NONE
                    : new CsvHeader(Optional.of(delimiter), fields, encoding, Optional.empty());
        }
    }
}
