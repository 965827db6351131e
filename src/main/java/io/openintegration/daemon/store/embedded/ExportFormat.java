package io.openintegration.daemon.store.embedded;

/** The names in the lines of an export (ADR 39). */
final class ExportFormat {

    static final String NAME = "open-metadata-store";
    static final int VERSION = 1;

    static final String BEGIN = "export";
    static final String ELEMENT = "element";
    static final String ANCHOR = "anchor";
    static final String RELATIONSHIP = "relationship";
    static final String RECEIPT = "receipt";
    static final String END = "end";

    private ExportFormat() {}
}
