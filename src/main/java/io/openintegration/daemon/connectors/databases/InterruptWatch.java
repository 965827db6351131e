package io.openintegration.daemon.connectors.databases;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * Sees to it that a thread that waits for a database ends when it is interrupted, which drivers do not notice, and that a query
 * ends when its time is over. A thread of its own looks at it a few times a second.
 */
final class InterruptWatch {

    private static final long GLANCE_MILLISECONDS = 100;

    private final Thread watched;
    private final OpenSessions sessions;
    private final CountDownLatch over = new CountDownLatch(1);

    private InterruptWatch(Thread watched, OpenSessions sessions) {
        this.watched = watched;
        this.sessions = sessions;
    }

    /** Watches the calling thread, until it is {@linkplain #end ended}. */
    static InterruptWatch begin(ThreadFactory threads, OpenSessions sessions) {
        InterruptWatch watch = new InterruptWatch(Thread.currentThread(), sessions);
        threads.newThread(watch::look).start();
        return watch;
    }

    private void look() {
        try {
            while (!over.await(GLANCE_MILLISECONDS, TimeUnit.MILLISECONDS)) {
                if (watched.isInterrupted()) {
                    sessions.tearDown();
                    return;
                }
                sessions.giveUpOverdue();
            }
        } catch (InterruptedException serverEnds) {
            Thread.currentThread().interrupt();
        }
    }

    void end() {
        over.countDown();
    }
}
