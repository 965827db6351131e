package io.openintegration.daemon.runtime.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The calls of one modelled connector. */
final class CallLog {

    private final Kind kind;
    private final List<OpenCall> made = new ArrayList<>();
    private final List<OpenCall> leftBehind = new ArrayList<>();
    private final Set<OpenCall> everLeftBehind = new HashSet<>();

    CallLog(Kind kind) {
        this.kind = kind;
    }

    OpenCall next(int life, Call call) {
        return OpenCall.after(made, kind.name(), life, call);
    }

    void made(OpenCall call) {
        made.add(call);
    }

    /** It is gone on without it. */
    void leave(OpenCall call) {
        leftBehind.add(call);
        everLeftBehind.add(call);
    }

    /** All that was left behind has come to its end. */
    void letGo() {
        leftBehind.clear();
    }

    /** All calls so far, in their order. */
    List<OpenCall> made() {
        return List.copyOf(made);
    }

    /** Those that still hang. */
    List<OpenCall> leftBehind() {
        return List.copyOf(leftBehind);
    }

    boolean wasLeftBehind(OpenCall call) {
        return everLeftBehind.contains(call);
    }
}
