package io.openintegration.daemon.runtime;

/**
 * One of the nodes that can run a daemon, from its start to its end.
 *
 * @param id of this start, so that nobody ever takes a node for an earlier start of it
 * @param host where it runs, for people
 */
public record Node(String id, String host) {}
