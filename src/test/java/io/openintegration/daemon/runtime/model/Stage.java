package io.openintegration.daemon.runtime.model;

import io.openintegration.daemon.spi.Refresh;
import io.openintegration.daemon.testing.Descriptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Where real connectors play the script; it knows all their calls. */
final class Stage {

    private final Script script;
    private final Rest rest;
    private final Map<String, List<OpenCall>> calls = new HashMap<>();
    private final List<OpenCall> open = new ArrayList<>();
    private final List<Hang> hangs = new ArrayList<>();
    private final Map<String, Integer> lives = new HashMap<>();

    Stage(Script script, Rest rest) {
        this.script = script;
        this.rest = rest;
    }

    StagedConnector create(String connector) {
        int life;
        synchronized (this) {
            life = lives.merge(connector, 1, Integer::sum);
        }
        play(connector, life, Call.CREATE, Optional.empty());
        return new StagedConnector(this, connector, life);
    }

    void play(String connector, int life, Call call, Optional<Refresh> refresh) {
        Deed deed = script.of(connector, call);
        OpenCall begun = begin(connector, life, call);
        try {
            if (deed == Deed.HANGS) {
                hang(begun, refresh);
            } else {
                deed.act();
                refresh.ifPresent(sink -> Descriptions.describe(sink, connector));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            end(begun);
        }
    }

    /** A refresh that has hung writes afterwards, if it can. */
    private void hang(OpenCall call, Optional<Refresh> refresh) throws InterruptedException {
        Hang hang = new Hang(call, rest);
        synchronized (this) {
            hangs.add(hang);
        }
        hang.await(script.stubborn);
        refresh.ifPresent(sink -> {
            Descriptions.describe(sink, call.connector());
            hang.hasWritten();
        });
    }

    /** All calls of a connector so far, in their order. */
    synchronized List<OpenCall> calls(String connector) {
        return List.copyOf(calls.getOrDefault(connector, List.of()));
    }

    /** The calls of a connector that have not returned. */
    synchronized List<OpenCall> open(String connector) {
        return open.stream().filter(call -> call.connector().equals(connector)).toList();
    }

    /** All calls that hang, or hung. */
    synchronized List<Hang> hangs() {
        return List.copyOf(hangs);
    }

    void letGo(Predicate<OpenCall> which, boolean andThrow) {
        hangs().stream()
                .filter(hang -> !hang.isOver() && which.test(hang.call()))
                .forEach(hang -> hang.letGo(andThrow));
    }

    private synchronized OpenCall begin(String connector, int life, Call call) {
        List<OpenCall> known = calls.computeIfAbsent(connector, none -> new ArrayList<>());
        OpenCall begun = OpenCall.after(known, connector, life, call);
        known.add(begun);
        open.add(begun);
        return begun;
    }

    private synchronized void end(OpenCall call) {
        open.remove(call);
    }
}
