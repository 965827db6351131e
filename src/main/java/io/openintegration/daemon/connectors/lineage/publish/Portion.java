package io.openintegration.daemon.connectors.lineage.publish;

import io.openintegration.daemon.connectors.lineage.choice.JobChoice;
import io.openintegration.daemon.connectors.lineage.choice.LeftOut;
import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.FailureOrigin;
import io.openintegration.daemon.spi.LineageIntegratorContext;
import io.openintegration.daemon.spi.ReceivedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Passes on some of the events that wait in the inbox: as many as are in memory at a time. What the third party refuses is set aside
 * only when it takes another one, or where there are few: one that refuses everything is not likely to be the one that was meant.
 */
final class Portion {

    /** So many refused one after another are everything. */
    static final int EVERYTHING = 10;

    private static final int EVENTS_AT_ONCE = 100;

    private final LineageIntegratorContext context;
    private final EventSink sink;
    private final JobChoice choice;
    private final LeftOut leftOut;
    private final PublishedLately published;
    private final List<Long> done = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();

    private record Refused(ReceivedEvent event, Message reason) {}

    Portion(
            LineageIntegratorContext context,
            EventSink sink,
            JobChoice choice,
            LeftOut leftOut,
            PublishedLately published) {
        this.context = context;
        this.sink = sink;
        this.choice = choice;
        this.leftOut = leftOut;
        this.published = published;
    }

    /**
     * Passes them on, in order. Whatever ends this, those that the third party has have left the inbox.
     *
     * @param goOn throws where this is to end
     * @return whether there may be more
     */
    boolean passOn(Runnable goOn) {
        List<ReceivedEvent> events = context.inbox().waiting(EVENTS_AT_ONCE);
        try {
            for (ReceivedEvent event : events) {
                goOn.run();
                passOn(event);
            }
            setAside();
        } finally {
            if (!done.isEmpty()) {
                context.inbox().settle(done, List.of());
            }
        }
        return !events.isEmpty();
    }

    private void passOn(ReceivedEvent event) {
        if (!choice.takes(event.text())) {
            done.add(event.number());
            leftOut.add(1, "refresh");
            return;
        }
        if (published.contains(event.text())) {
            // it has come back: passed on again, it would come back again
            done.add(event.number());
            return;
        }
        Optional<Message> refusal = sink.deliver(event.text());
        if (refusal.isEmpty()) {
            published.add(event.text());
            done.add(event.number());
            setAside();
            return;
        }
        refused.add(new Refused(event, refusal.get()));
        if (refused.size() == EVERYTHING) {
            throw new ConnectorException(
                    FailureOrigin.THIRD_PARTY,
                    PublishMessage.REFUSES_EVERYTHING.with(
                            context.connectorName(),
                            sink.shown(),
                            EVERYTHING,
                            refusal.get().text()));
        }
    }

    private void setAside() {
        for (Refused one : refused) {
            context.auditLog()
                    .log(
                            "refresh",
                            PublishMessage.SET_ASIDE.with(
                                    context.connectorName(),
                                    EventTitle.of(one.event().text()),
                                    sink.shown(),
                                    one.reason().text()));
            done.add(one.event().number());
        }
        refused.clear();
    }
}
