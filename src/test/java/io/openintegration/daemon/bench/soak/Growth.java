package io.openintegration.daemon.bench.soak;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Whether something grew while the last process of the server lived: the middle of the first third of the samples against the
 * middle of the last third, and the slope of a straight line through all of them.
 */
record Growth(double first, double last, double perHour, int samples) {

    private static final int FEWEST = 6;

    /** @param vitals of one process, the oldest first */
    static Growth of(List<Vitals> vitals, ToDoubleFunction<Vitals> value) {
        int third = Math.max(1, vitals.size() / 3);
        return new Growth(
                median(vitals.subList(0, Math.min(third, vitals.size())), value),
                median(vitals.subList(Math.max(0, vitals.size() - third), vitals.size()), value),
                slope(vitals, value),
                vitals.size());
    }

    /** Whether it is no more than that greater in the end; false where there are too few samples to tell. */
    boolean isWithin(double most) {
        return samples >= FEWEST && last - first <= most;
    }

    private static double median(List<Vitals> vitals, ToDoubleFunction<Vitals> value) {
        Figures figures = new Figures();
        vitals.forEach(sample -> figures.add(value.applyAsDouble(sample)));
        return figures.quantile(0.5);
    }

    /** Least squares. */
    private static double slope(List<Vitals> vitals, ToDoubleFunction<Vitals> value) {
        if (vitals.size() < 2) {
            return 0;
        }
        Instant origin = vitals.get(0).at();
        double meanX = vitals.stream()
                .mapToDouble(sample -> hours(origin, sample))
                .average()
                .orElse(0);
        double meanY = vitals.stream().mapToDouble(value).average().orElse(0);
        double above = 0;
        double below = 0;
        for (Vitals sample : vitals) {
            double x = hours(origin, sample) - meanX;
            above += x * (value.applyAsDouble(sample) - meanY);
            below += x * x;
        }
        return above / below;
    }

    private static double hours(Instant origin, Vitals sample) {
        return Duration.between(origin, sample.at()).toMillis() / 3_600_000.0;
    }
}
