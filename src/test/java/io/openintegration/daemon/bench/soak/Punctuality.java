package io.openintegration.daemon.bench.soak;

import io.openintegration.daemon.bench.soak.Evidence.Run;
import io.openintegration.daemon.bench.soak.Observer.Due;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/** The schedule as the server announced it, against the refreshes as they began. */
final class Punctuality {

    private final Map<String, TreeMap<Instant, Run>> byBegin;

    /** @param lag of the refreshes by the timer */
    record Verdict(Figures lag, List<Due> missed) {}

    Punctuality(List<Run> runs) {
        byBegin = runs.stream()
                .collect(Collectors.groupingBy(
                        Run::connector,
                        Collectors.toMap(Run::begin, run -> run, (first, second) -> first, TreeMap::new)));
    }

    /**
     * Of each announcement the next refresh counts, and of each refresh the last announcement.
     *
     * @param patience a refresh that has not begun so long after it was due was missed
     */
    Verdict judge(List<Due> announced, Duration patience) {
        Figures lag = new Figures();
        Map<Run, Due> last = announced.stream()
                .filter(due -> next(due).isPresent())
                .collect(Collectors.toMap(
                        due -> next(due).get(), due -> due, BinaryOperator.maxBy(Comparator.comparing(Due::at))));
        last.forEach((run, due) -> {
            // one that began before was on its way when the announcement was read, or somebody asked for it
            if (run.trigger().equals("SCHEDULE")
                    && !run.begin().isBefore(due.due().minusMillis(50))) {
                lag.add((double)
                        Math.max(0, Duration.between(due.due(), run.begin()).toMillis()));
            }
        });
        List<Due> missed = announced.stream()
                .filter(due -> next(due)
                        .filter(run -> run.begin().isBefore(due.due().plus(patience)))
                        .isEmpty())
                .toList();
        return new Verdict(lag, missed);
    }

    private Optional<Run> next(Due due) {
        return Optional.ofNullable(
                        byBegin.getOrDefault(due.connector(), new TreeMap<>()).higherEntry(due.at()))
                .map(Map.Entry::getValue);
    }
}
