package io.openintegration.daemon.runtime;

/** What a connector lets the daemon know of by itself, in one of its lives. */
record LifeSigns(Pulse pulse, RefreshPrompt prompt) {

    static LifeSigns none(MonotonicClock time) {
        return new LifeSigns(new Pulse(), new RefreshPrompt(time));
    }
}
