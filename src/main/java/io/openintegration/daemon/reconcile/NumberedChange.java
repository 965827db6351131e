package io.openintegration.daemon.reconcile;

/**
 * A change on a {@link ChangeList}.
 *
 * @param number its place on the list, from 1
 */
public record NumberedChange(long number, ItemChange change) {}
