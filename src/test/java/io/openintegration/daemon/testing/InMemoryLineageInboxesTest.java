package io.openintegration.daemon.testing;

import io.openintegration.daemon.runtime.LineageInboxes;

class InMemoryLineageInboxesTest extends LineageInboxesContract {

    private final InMemoryLineageInboxes inboxes = new InMemoryLineageInboxes();

    @Override
    protected LineageInboxes inboxes() {
        return inboxes;
    }
}
