package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.message.Message;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts what a refresh does. */
final class Tally {

    private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    private final List<Message> problems = new ArrayList<>();
    private int problemCount;

    void count(Outcome outcome) {
        add(outcome, 1);
    }

    void add(Outcome outcome, int number) {
        counts.merge(outcome, number, Integer::sum);
    }

    void problem(Message problem) {
        problemCount++;
        if (problems.size() < ReconcileReport.PROBLEMS_KEPT) {
            problems.add(problem);
        }
    }

    ReconcileReport report() {
        return new ReconcileReport(
                of(Outcome.CREATED),
                of(Outcome.UPDATED),
                of(Outcome.REMOVED),
                of(Outcome.RESTORED),
                of(Outcome.UNCHANGED),
                problems,
                problemCount);
    }

    private int of(Outcome outcome) {
        return counts.getOrDefault(outcome, 0);
    }
}
