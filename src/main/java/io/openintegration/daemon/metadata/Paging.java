package io.openintegration.daemon.metadata;

/**
 * A part of a result.
 *
 * @param startFrom how many to skip, from 0
 * @param pageSize how many at the most, from 1
 */
public record Paging(int startFrom, int pageSize) {

    public Paging {
        if (startFrom < 0 || pageSize < 1) {
            throw new IllegalArgumentException("startFrom must be 0 or more and pageSize 1 or more");
        }
    }
}
