package io.openintegration.daemon.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;

/** How many listen to events: each takes a thread of the server for as long as it does. */
@ApplicationScoped
public class EventListeners {

    static final int MOST = 20;

    private final Semaphore places = new Semaphore(MOST);

    /** @throws RejectedRequestException {@code REST-REQUEST-503-001} where there are too many already */
    void come() {
        if (!places.tryAcquire()) {
            throw new RejectedRequestException(RestMessage.TOO_MANY_LISTENERS.with(MOST));
        }
    }

    void go() {
        places.release();
    }
}
