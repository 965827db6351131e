package io.openintegration.daemon.runtime;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.runtime.CommandAnswer.Part;
import io.openintegration.daemon.spi.ConnectorName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A command that was carried out, or refused, and what has become of it. */
record Undertaking(Optional<Message> refusal, List<Message> skipped, Map<ConnectorName, Errand> parts) {

    /** All there was to do is done. */
    static final Undertaking DONE = new Undertaking(Optional.empty(), List.of(), Map.of());

    static Undertaking refused(Message reason) {
        return new Undertaking(Optional.of(reason), List.of(), Map.of());
    }

    static Undertaking of(RequestReceipt receipt) {
        return new Undertaking(Optional.empty(), receipt.skipped(), receipt.parts());
    }

    static Undertaking of(ApplyReport report) {
        Map<ConnectorName, Errand> parts = new LinkedHashMap<>();
        Stream.of(report.started(), report.restarted(), report.rescheduled(), report.stopped())
                .flatMap(List::stream)
                .forEach(connector -> parts.put(connector, Errand.asLongAs(report.done())));
        return new Undertaking(Optional.empty(), List.of(), parts);
    }

    /** How it stands now. Never waits. */
    CommandAnswer answer() {
        Map<ConnectorName, Part> now = new LinkedHashMap<>();
        parts.forEach((connector, work) -> now.put(connector, Part.of(work)));
        return new CommandAnswer(refusal, skipped, now);
    }
}
