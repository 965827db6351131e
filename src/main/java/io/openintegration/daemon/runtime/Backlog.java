package io.openintegration.daemon.runtime;

import java.time.Duration;

/**
 * The work for which there is no place yet.
 *
 * @param waiting how many operations wait
 * @param longestWait how long the first of them has waited; zero where none waits
 */
public record Backlog(int waiting, Duration longestWait) {}
