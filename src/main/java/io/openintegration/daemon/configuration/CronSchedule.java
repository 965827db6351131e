package io.openintegration.daemon.configuration;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;

/**
 * Times of refresh given by a cron expression in a time zone. Every time of the expression is meant once on each of its days:
 * where the clock on the wall skips it (summer time begins), it comes when the clock is set forward, once for all that were
 * skipped; where the clock shows it twice (summer time ends), the first of the two is meant.
 */
public record CronSchedule(CronExpression expression, ZoneId zone) {

    /** @throws IllegalArgumentException where the expression is none */
    public static CronSchedule of(String expression, ZoneId zone) {
        return new CronSchedule(CronExpression.parse(expression), zone);
    }

    /** The first time after that one; empty where there is none. */
    public Optional<Instant> nextAfter(Instant time) {
        Optional<LocalDateTime> next = expression.nextAfter(LocalDateTime.ofInstant(time, zone));
        // in the hour that the clock shows a second time, what it names has been
        while (next.isPresent() && !meant(next.get()).isAfter(time)) {
            next = expression.nextAfter(next.get());
        }
        return next.map(this::meant);
    }

    private Instant meant(LocalDateTime onTheWall) {
        ZoneOffsetTransition transition = zone.getRules().getTransition(onTheWall);
        return transition != null && transition.isGap()
                ? transition.getInstant()
                : onTheWall.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
    }
}
