package io.openintegration.daemon.persistence;

import io.openintegration.daemon.testing.DoomedProcess;
import io.openintegration.daemon.testing.SharedDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A process in which producers file events and a connector folds them until it is killed. */
final class CrashingInbox {

    private static final int SENDERS = 3;

    private CrashingInbox() {}

    /** @param arguments what its senders' names begin with, then the way to the database */
    public static void main(String... arguments) {
        List<String> way = List.of(arguments).subList(1, arguments.length);
        InboxScript script = InboxScript.on(SharedDatabase.by(way));
        List<Runnable> work = new ArrayList<>();
        for (int sender = 1; sender <= SENDERS; sender++) {
            String name = arguments[0] + "." + sender;
            work.add(() -> file(script, name));
        }
        work.add(() -> fold(script));
        // ends, so that the one who waits for acknowledgements is told, as soon as one of them fails
        CompletableFuture.anyOf(work.stream()
                        .map(each -> CompletableFuture.runAsync(each, CrashingInbox::start))
                        .toArray(CompletableFuture<?>[]::new))
                .join();
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
    }

    private static void file(InboxScript script, String sender) {
        for (int number = 1; true; number++) {
            InboxScript.Filing filing = new InboxScript.Filing(sender, number);
            script.file(filing);
            DoomedProcess.acknowledged(filing.toString());
        }
    }

    private static void fold(InboxScript script) {
        while (true) {
            script.fold();
        }
    }
}
