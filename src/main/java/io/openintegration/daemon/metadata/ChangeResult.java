package io.openintegration.daemon.metadata;

/**
 * What one change came to.
 *
 * @param guid of the element or relationship that was created or changed
 * @param version of it afterwards; 0 where it is gone
 * @param changed false where there was nothing to do
 */
public record ChangeResult(Guid guid, long version, boolean changed) {}
