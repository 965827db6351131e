package io.openintegration.daemon.connectors.files.content;

/**
 * How delimited text is written.
 *
 * @param header whether its first record holds the names of the columns
 */
public record TableLayout(char delimiter, char quote, boolean header) {}
