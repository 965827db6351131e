package io.openintegration.daemon.reconcile;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** Where a refresh has written what it need not wait for. */
enum Writer implements Executor {
    SAME_THREAD(Runnable::run),
    OTHER_THREAD(Executors.newSingleThreadExecutor(Writer::daemonThread));

    private final Executor executor;

    Writer(Executor executor) {
        this.executor = executor;
    }

    @Override
    public void execute(Runnable work) {
        executor.execute(work);
    }

    private static Thread daemonThread(Runnable work) {
        Thread thread = new Thread(work, "writer");
        thread.setDaemon(true);
        return thread;
    }
}
