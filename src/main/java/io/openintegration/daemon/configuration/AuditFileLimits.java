package io.openintegration.daemon.configuration;

import java.time.Duration;

/**
 * When the files of an audit log destination are rotated, and how many are kept. Files are rotated daily as well.
 *
 * @param fileBytes a file is rotated before it grows larger than this
 * @param retention rotated files older than this are removed
 * @param totalBytes the oldest rotated files are removed where all files together are larger than this
 * @param files how many files are kept at the most, the current one included
 */
public record AuditFileLimits(long fileBytes, Duration retention, long totalBytes, int files) {}
