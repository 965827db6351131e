package io.openintegration.daemon.runtime;

import java.time.Duration;

/** Time since some moment that stays the same. Unlike the time of day it never jumps, so intervals are measured with it. */
@FunctionalInterface
public interface MonotonicClock {

    Duration now();
}
