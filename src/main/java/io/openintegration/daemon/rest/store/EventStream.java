package io.openintegration.daemon.rest.store;

import io.openintegration.daemon.events.StoreEventJson;
import io.openintegration.daemon.metadata.StoreEvents;
import io.openintegration.daemon.metadata.StoreEvents.Placed;
import io.openintegration.daemon.metadata.StoreEvents.Reading;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Sends the events of a metadata server to one listener, as server-sent events (WHATWG). Used by one thread, once. */
public final class EventStream {

    private static final int MOST_AT_A_TIME = 500;

    /** After so long without an event a comment is sent: that shows whether the listener is still there. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** A comment that is longer than what Jersey keeps back, whatever is flushed, to tell the length of short answers. */
    private static final String OPENING = ":" + " ".repeat(8_192) + "\n\n";

    private final StoreEvents events;
    private String place;

    /** @param lastEventId of the last event that the listener dealt with; empty where it wants those from now on */
    public EventStream(StoreEvents events, Optional<String> lastEventId) {
        this.events = events;
        this.place = lastEventId.orElseGet(events::now);
    }

    /**
     * Sends until the server stops, the listener is too slow, or this thread is interrupted. What a listener that comes again
     * missed, and nobody knows any more, is told by an event {@code gap}.
     *
     * @throws IOException where the listener is gone
     */
    public void sendTo(OutputStream listener) throws IOException {
        try {
            send(listener, OPENING);
            Optional<Reading> reading = events.after(place, MOST_AT_A_TIME, Duration.ZERO);
            if (reading.isEmpty()) {
                send(listener, gap());
                reading = events.after(place, MOST_AT_A_TIME, Duration.ZERO);
            }
            while (reading.isPresent()) {
                send(listener, text(reading.get()));
                if (!reading.get().open() && reading.get().events().isEmpty()) {
                    return;
                }
                reading = events.after(place, MOST_AT_A_TIME, PATIENCE);
            }
            // Too slow: it may come again, and then goes on from here.
            send(listener, gap());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private String text(Reading reading) {
        if (reading.events().isEmpty()) {
            return ":\n\n";
        }
        StringBuilder text = new StringBuilder();
        for (Placed placed : reading.events()) {
            text.append("id: ")
                    .append(placed.place())
                    .append("\nevent: ")
                    .append(placed.event().kind())
                    .append("\ndata: ")
                    .append(StoreEventJson.of(placed.event()))
                    .append("\n\n");
            place = placed.place();
        }
        return text.toString();
    }

    private String gap() {
        place = events.now();
        return "id: " + place + "\nevent: gap\ndata: {}\n\n";
    }

    private static void send(OutputStream listener, String text) throws IOException {
        listener.write(text.getBytes(StandardCharsets.UTF_8));
        listener.flush();
    }
}
