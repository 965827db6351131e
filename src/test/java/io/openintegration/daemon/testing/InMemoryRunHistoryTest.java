package io.openintegration.daemon.testing;

import io.openintegration.daemon.runtime.run.RunHistory;

class InMemoryRunHistoryTest extends RunHistoryContract {

    private final RunHistory history = new InMemoryRunHistory();

    @Override
    protected RunHistory history() {
        return history;
    }
}
