package io.openintegration.daemon.metadata;

import java.time.Instant;

/**
 * Who wrote an element or relationship, when, and how often.
 *
 * @param version 1 when created, one more with each change of its properties or classifications
 */
public record ElementVersions(
        UserId createdBy, UserId updatedBy, Instant createTime, Instant updateTime, long version) {}
