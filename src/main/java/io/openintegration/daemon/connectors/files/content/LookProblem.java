package io.openintegration.daemon.connectors.files.content;

/** Why a file has no schema, or not all of it. Said only of files that should have one. */
public enum LookProblem {
    /** The first record of delimited text does not end within what may be read, or makes more columns than allowed. */
    HEADER_TOO_LARGE,
    /** What is named delimited text is none. */
    NOT_DELIMITED_TEXT,
    /** The file may not be opened. */
    NOT_PERMITTED,
    /** The schema does not end within what may be read, or has more fields than allowed. */
    SCHEMA_TOO_LARGE,
    /** The file is not what its name says, or is damaged, or not written to its end. */
    SCHEMA_MALFORMED,
    /** The schema is encrypted. */
    SCHEMA_ENCRYPTED,
    /** Fields that are nested too deep were left out. */
    SCHEMA_CUT
}
