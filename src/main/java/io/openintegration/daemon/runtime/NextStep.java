package io.openintegration.daemon.runtime;

/** What is to be done after a life has begun. */
enum NextStep {
    NOTHING,
    REFRESH,
    ENGAGE
}
