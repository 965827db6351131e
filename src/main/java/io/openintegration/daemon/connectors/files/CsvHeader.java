package io.openintegration.daemon.connectors.files;

import java.util.List;
import java.util.Optional;

/**
 * What the beginning of a delimited text file tells.
 *
 * @param delimiter empty where there is no header record
 * @param columns the names in the header record, as they stand there
 * @param encoding of the characters, where what was read leaves no doubt
 * @param problem why there are no columns, where this is worth telling
 */
record CsvHeader(
        Optional<Character> delimiter,
        List<String> columns,
        Optional<String> encoding,
        Optional<FilesMessage> problem) {

    /** The one quote character that is understood. */
    static final char QUOTE = '"';

    /** Of a file without any record. */
    static final CsvHeader NONE = new CsvHeader(Optional.empty(), List.of(), Optional.empty(), Optional.empty());

    CsvHeader {
        columns = List.copyOf(columns);
    }

    static CsvHeader unusable(FilesMessage problem) {
        return new CsvHeader(Optional.empty(), List.of(), Optional.empty(), Optional.of(problem));
    }
}
