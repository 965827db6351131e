package io.openintegration.daemon.configuration;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Cron expressions made at random, and understood in the plainest way there is: by trying one minute after the other. */
record PlainCron(String minute, String hour, String dayOfMonth, String month, String dayOfWeek) {

    /** The 29th of February on a day of the week does not occur: days are joined by "or". Every leap year is in reach. */
    private static final int FARTHEST_DAYS = 9 * 366;

    static Arbitrary<PlainCron> any() {
        return Combinators.combine(field(0, 59), field(0, 23), field(1, 31), field(1, 12), field(0, 7))
                .as(PlainCron::new);
    }

    /** Often enough to have something to say on every day. */
    static Arbitrary<PlainCron> daily() {
        return Combinators.combine(field(0, 59), field(0, 23))
                .as((minute, hour) -> new PlainCron(minute, hour, "*", "*", "*"));
    }

    private static Arbitrary<String> field(int least, int most) {
        Arbitrary<Integer> value = Arbitraries.integers().between(least, most);
        Arbitrary<String> one = value.map(String::valueOf);
        Arbitrary<String> range = Combinators.combine(value, value)
                .as((one1, other) -> Math.min(one1, other) + "-" + Math.max(one1, other));
        Arbitrary<Integer> step = Arbitraries.integers().between(2, Math.min(most - 1, 15));
        Arbitrary<String> steps = Combinators.combine(range, step).as((from, by) -> from + "/" + by);
        Arbitrary<String> list = Arbitraries.oneOf(one, range, steps)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(parts -> String.join(",", parts));
        return Arbitraries.oneOf(Arbitraries.just("*"), step.map(by -> "*/" + by), list);
    }

    String text() {
        return String.join(" ", minute, hour, dayOfMonth, month, dayOfWeek);
    }

    Optional<LocalDateTime> nextAfter(LocalDateTime time) {
        LocalDate first = time.toLocalDate();
        return Stream.iterate(first, day -> day.plusDays(1))
                .limit(FARTHEST_DAYS)
                .filter(this::isOn)
                .flatMap(day -> timesOn(day).filter(found -> found.isAfter(time)))
                .findFirst();
    }

    Stream<LocalDateTime> timesOn(LocalDate day) {
        return Stream.iterate(day.atStartOfDay(), time -> time.plusMinutes(1))
                .limit(24 * 60)
                .filter(this::comesAt);
    }

    boolean comesAt(LocalDateTime time) {
        return isOn(time.toLocalDate()) && names(hour, time.getHour(), 0, 23) && names(minute, time.getMinute(), 0, 59);
    }

    private boolean isOn(LocalDate day) {
        if (!names(month, day.getMonthValue(), 1, 12)) {
            return false;
        }
        boolean byMonth = names(dayOfMonth, day.getDayOfMonth(), 1, 31);
        int week = day.getDayOfWeek().getValue();
        boolean byWeek = names(dayOfWeek, week, 0, 7) || (week == 7 && names(dayOfWeek, 0, 0, 7));
        boolean both = dayOfMonth.equals("*") || dayOfWeek.equals("*");
        return both ? (byMonth && byWeek) : (byMonth || byWeek);
    }

    private static boolean names(String field, int value, int least, int most) {
        return Stream.of(field.split(",", -1)).anyMatch(part -> {
            String[] stepped = part.split("/", -1);
            String[] range = stepped[0].equals("*") ? new String[] {"" + least, "" + most} : stepped[0].split("-", -1);
            int from = Integer.parseInt(range[0]);
            int to = Integer.parseInt(range[range.length - 1]);
            int by = stepped.length > 1 ? Integer.parseInt(stepped[1]) : 1;
            return from <= value && value <= to && (value - from) % by == 0;
        });
    }
}
