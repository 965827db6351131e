package io.openintegration.daemon.testing;

import io.openintegration.daemon.runtime.CommandDesk;

class InMemoryCommandDeskTest extends CommandDeskContract {

    private final CommandDesk desk = new InMemoryCommandDesk(new SettableClock());

    @Override
    protected CommandDesk desk() {
        return desk;
    }
}
