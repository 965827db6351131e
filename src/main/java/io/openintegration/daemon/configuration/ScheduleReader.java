package io.openintegration.daemon.configuration;

import io.openintegration.daemon.message.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Reads when a connector is refreshed, and when it is to run at all, from its section. */
final class ScheduleReader {

    /** Ten years: longer intervals are slips of the pen. */
    private static final long LONGEST_INTERVAL_MINUTES = 10 * 366 * 24 * 60L;

    private static final String INTERVAL = "refreshTimeInterval";
    private static final String SCHEDULE = "refreshSchedule";
    private static final String ZONE = "refreshTimeZone";
    private static final String START = "startDate";
    private static final String SHUTDOWN = "connectorShutdownDate";
    private static final String BLOCKING = "usesBlockingCalls";

    private final ZoneId platformZone;

    /** @param platformZone for schedules that name no time zone */
    ScheduleReader(ZoneId platformZone) {
        this.platformZone = platformZone;
    }

    /** @param blocking whether the connector asks for a thread of its own, which no timer wakes */
    RefreshSchedule read(Section connector, boolean blocking, List<Message> warnings) {
        Duration interval = Duration.ofMinutes(connector.number(INTERVAL, 0, 0, LONGEST_INTERVAL_MINUTES));
        Optional<CronSchedule> cron = cron(connector);
        TimeFields times = new TimeFields(connector);
        Optional<Instant> start = times.time(START);
        Optional<Instant> shutdown = times.time(SHUTDOWN);
        if (start.isPresent() && shutdown.isPresent() && !shutdown.get().isAfter(start.get())) {
            connector.report(ConfigurationMessage.NOT_LATER.with(connector.pathOf(SHUTDOWN), connector.pathOf(START)));
        }
        if (blocking && !interval.isZero()) {
            warnings.add(withoutEffect(connector, INTERVAL));
        }
        if (blocking && connector.has(SCHEDULE)) {
            warnings.add(withoutEffect(connector, SCHEDULE));
        }
        if (connector.has(ZONE) && !connector.has(SCHEDULE)) {
            warnings.add(
                    ConfigurationMessage.NO_EFFECT_WITHOUT.with(connector.pathOf(ZONE), connector.pathOf(SCHEDULE)));
        }
        return new RefreshSchedule(interval, cron, start, shutdown);
    }

    private Optional<CronSchedule> cron(Section connector) {
        Optional<ZoneId> zone = connector.text(ZONE).flatMap(id -> zone(connector, id));
        return connector
                .text(SCHEDULE)
                .flatMap(text -> expression(connector, text))
                .map(expression -> new CronSchedule(expression, zone.orElse(platformZone)));
    }

    private static Optional<CronExpression> expression(Section connector, String text) {
        try {
            CronExpression expression = CronExpression.parse(text);
            if (expression.everComes()) {
                return Optional.of(expression);
            }
            connector.report(
                    ConfigurationMessage.NEVER_COMES.with(connector.pathOf(SCHEDULE), connector.written(SCHEDULE)));
        } catch (IllegalArgumentException e) {
            // its text may hold what a placeholder stands for
            connector.report(
                    ConfigurationMessage.NOT_A_SCHEDULE.with(connector.pathOf(SCHEDULE), connector.written(SCHEDULE)));
        }
        return Optional.empty();
    }

    private static Optional<ZoneId> zone(Section connector, String id) {
        if (ZoneId.getAvailableZoneIds().contains(id)) {
            return Optional.of(ZoneId.of(id));
        }
        connector.report(ConfigurationMessage.NOT_A_TIME_ZONE.with(connector.pathOf(ZONE), connector.written(ZONE)));
        return Optional.empty();
    }

    private static Message withoutEffect(Section connector, String field) {
        return ConfigurationMessage.NO_EFFECT_BESIDE.with(connector.pathOf(field), connector.pathOf(BLOCKING));
    }
}
