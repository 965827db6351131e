package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.testing.DoomedProcess;
import io.openintegration.daemon.testing.SharedDatabase;
import java.util.List;

/** A process that catalogues a growing tree, refresh by refresh, until it is killed. */
final class CrashingDaemon {

    private CrashingDaemon() {}

    /** @param arguments the step to begin with, then the way to the database */
    public static void main(String... arguments) {
        List<String> way = List.of(arguments).subList(1, arguments.length);
        GrowingCatalogue catalogue = GrowingCatalogue.on(SharedDatabase.by(way));
        for (int step = Integer.parseInt(arguments[0]); true; step++) {
            catalogue.refresh(step);
            DoomedProcess.acknowledged(Integer.toString(step));
        }
    }
}
