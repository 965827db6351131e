package io.openintegration.daemon.configuration;

import java.time.Instant;
import java.util.Optional;

/** Times of refresh given by a cron expression in a time zone. */
public interface CronSchedule {

    /** The first time after that one; empty where there is none. */
    Optional<Instant> nextAfter(Instant time);
}
