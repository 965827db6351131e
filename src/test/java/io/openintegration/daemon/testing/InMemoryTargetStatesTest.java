package io.openintegration.daemon.testing;

import io.openintegration.daemon.runtime.TargetStates;

class InMemoryTargetStatesTest extends TargetStatesContract {

    private final TargetStates states = new InMemoryTargetStates();

    @Override
    protected TargetStates states() {
        return states;
    }
}
