package io.openintegration.daemon.runtime.model;

/** The story of a modelled connector's failures. */
record TroubleModel(Cause firstCause, int attempts) {

    TroubleModel tried() {
        return new TroubleModel(firstCause, attempts + 1);
    }
}
