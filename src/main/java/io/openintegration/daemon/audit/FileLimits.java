package io.openintegration.daemon.audit;

import java.time.Duration;

/**
 * How large audit files grow, and how many are kept.
 *
 * @param fileBytes a file is rotated before it grows larger; at least one record goes into each
 * @param retention rotated files from before so many whole days are removed
 * @param totalBytes what all files together may come to; the oldest are removed
 * @param files how many files there may be, the current one included; at least 1
 */
public record FileLimits(long fileBytes, Duration retention, long totalBytes, int files) {}
