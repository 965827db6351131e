package io.openintegration.daemon.bench.soak;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Measurements of one thing, in milliseconds. Safe from any thread. */
public final class Figures {

    private final List<Double> millis = new ArrayList<>();

    public synchronized void add(double value) {
        millis.add(value);
    }

    synchronized int count() {
        return millis.size();
    }

    /** @param part 0.5 for the median, 1 for the greatest; 0 where there is nothing */
    synchronized double quantile(double part) {
        if (millis.isEmpty()) {
            return 0;
        }
        List<Double> sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        return sorted.get((int) Math.max(0, Math.ceil(part * sorted.size()) - 1));
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "p50 %.1f ms, p99 %.1f ms, max %.1f ms of %d",
                quantile(0.5),
                quantile(0.99),
                quantile(1),
                count());
    }
}
