package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.message.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Counts what a refresh does. Written by the refresh's thread, read by any. */
final class Tally {

    private final Map<Outcome, AtomicInteger> counts = Arrays.stream(Outcome.values())
            .collect(Collectors.toUnmodifiableMap(Function.identity(), outcome -> new AtomicInteger()));
    private final AtomicLong described = new AtomicLong();
    private final List<Message> problems = new ArrayList<>();
    private int problemCount;
    private volatile int heldBack;

    void count(Outcome outcome) {
        add(outcome, 1);
    }

    void add(Outcome outcome, int number) {
        counts.get(outcome).addAndGet(number);
    }

    /** Something was described. */
    void described() {
        described.incrementAndGet();
    }

    long descriptions() {
        return described.get();
    }

    /** So many items are gone, and were not removed. */
    void heldBack(long number) {
        heldBack = (int) Math.min(number, Integer.MAX_VALUE);
    }

    synchronized void problem(Message problem) {
        problemCount++;
        if (problems.size() < ReconcileReport.PROBLEMS_KEPT) {
            problems.add(problem);
        }
    }

    synchronized ReconcileReport report() {
        return new ReconcileReport(
                of(Outcome.CREATED),
                of(Outcome.UPDATED),
                of(Outcome.REMOVED),
                of(Outcome.RESTORED),
                of(Outcome.UNCHANGED),
                heldBack,
                problems,
                problemCount);
    }

    private int of(Outcome outcome) {
        return counts.get(outcome).get();
    }
}
