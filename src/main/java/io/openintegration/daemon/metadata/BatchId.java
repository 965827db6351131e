package io.openintegration.daemon.metadata;

/**
 * Names a change set among all that are sent to a metadata server.
 *
 * @param request that it came with
 * @param number of it within that request, from 0
 * @param digest of what was sent, so that something else under the same id is noticed
 */
public record BatchId(String request, int number, String digest) {}
