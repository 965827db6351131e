package io.openintegration.daemon.runtime.model;

import io.openintegration.daemon.spi.FilesIntegratorConnector;
import io.openintegration.daemon.spi.FilesIntegratorContext;
import io.openintegration.daemon.spi.Refresh;
import java.util.Optional;

/** One life of a connector on the {@link Stage}. */
record StagedConnector(Stage stage, String name, int life) implements FilesIntegratorConnector {

    @Override
    public void initialize(FilesIntegratorContext context) {
        play(Call.INITIALIZE, Optional.empty());
    }

    @Override
    public void start() {
        play(Call.START, Optional.empty());
    }

    @Override
    public void refresh(Refresh refresh) {
        play(Call.REFRESH, Optional.of(refresh));
    }

    @Override
    public void engage() {
        play(Call.ENGAGE, Optional.empty());
    }

    @Override
    public void disconnect() {
        play(Call.DISCONNECT, Optional.empty());
    }

    private void play(Call call, Optional<Refresh> refresh) {
        stage.play(name, life, call, refresh);
    }
}
