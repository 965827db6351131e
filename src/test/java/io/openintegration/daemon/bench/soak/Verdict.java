package io.openintegration.daemon.bench.soak;

import io.openintegration.daemon.bench.soak.Observer.Due;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The figures against those of the design, and against themselves. */
final class Verdict {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Of one connector that is restarted automatically: docs/operating.md. */
    private static final int MOST_OPEN_CALLS = 5;

    private final Story story;
    private final Calamities calamities;

    Verdict(Story story, Calamities calamities) {
        this.story = story;
        this.calamities = calamities;
    }

    /** Of the time since the observer's chapter began. */
    void latencies(String weather, Observer observer) {
        observer.latencies().forEach((path, figures) -> {
            if (weather.equals("calm") && path.equals(Observer.STATUS)) {
                story.check(
                        figures.quantile(0.99) < 10 && observer.hanging() >= 10,
                        "status in calm, %d connectors hang: %s; with a processor to spare: %s (p99 < 10 ms while 10 hang)",
                        observer.hanging(),
                        figures,
                        observer.undisturbed(path));
            } else {
                story.tell(
                        "%s, %d hang: GET %s: %s; with a processor to spare: %s",
                        weather, observer.hanging(), path, figures, observer.undisturbed(path));
            }
        });
    }

    void growth(List<Vitals> vitals) {
        growth("threads", vitals, Vitals::threads, 15);
        int held = vitals.stream().mapToInt(Vitals::held).max().orElse(0);
        story.check(
                held <= SoakLayout.UNRULY * MOST_OPEN_CALLS,
                "threads that unruly connectors hold: %d at most (%d for each of %d)",
                held,
                MOST_OPEN_CALLS,
                SoakLayout.UNRULY);
        growth("file handles", vitals, Vitals::fileHandles, 20);
        growth("heap after GC in MiB", vitals, sample -> sample.heapKib() / 1024.0, 15);
        growth("resident memory in MiB", vitals, sample -> sample.residentKib() / 1024.0, 60);
    }

    private void growth(String what, List<Vitals> vitals, ToDoubleFunction<Vitals> value, double most) {
        Growth growth = Growth.of(vitals, value);
        story.check(
                growth.isWithin(most),
                "%s: %.1f in the first third, %.1f in the last of %d samples, slope %.1f in an hour (at most %.0f more)",
                what,
                growth.first(),
                growth.last(),
                growth.samples(),
                growth.perHour(),
                most);
    }

    /** @param working how long it took in the end until all worked */
    void recovery(double working, int unanswered) {
        story.check(working < 60_000, "all connectors work in the end, after %.1f s", working / 1e3);
        story.check(unanswered == 0, "every request was answered; %d were not", unanswered);
        story.check(
                calamities.readiness().quantile(1) < 10_000,
                "server start to ready: %s (< 10 s)",
                calamities.readiness());
        story.check(
                calamities.recoveries().quantile(1) < 10_000,
                "recovery after the metadata server's return, of all that had failed for it: %s (< 10 s)",
                calamities.recoveries());
        story.tell("recovery of all at once, until each had been refreshed: %s", calamities.fullRecoveries());
    }

    void punctuality(Punctuality punctuality, List<Due> dues, Instant calm, Instant end) {
        story.tell(
                "storm, schedule lag: %s",
                punctuality
                        .judge(
                                dues.stream()
                                        .filter(due -> due.at().isBefore(calm))
                                        .toList(),
                                PATIENCE)
                        .lag());
        Punctuality.Verdict quiet = punctuality.judge(
                dues.stream()
                        .filter(due -> due.at().isAfter(calm) && due.due().isBefore(end.minus(PATIENCE)))
                        .toList(),
                PATIENCE);
        story.check(quiet.lag().quantile(0.99) < 1_000, "schedule lag in calm: %s (p99 < 1 s)", quiet.lag());
        story.check(quiet.missed().isEmpty(), "no time was missed in calm%s", RunLaws.first(quiet.missed()));
    }
}
