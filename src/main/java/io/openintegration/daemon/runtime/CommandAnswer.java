package io.openintegration.daemon.runtime;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.runtime.run.RunId;
import io.openintegration.daemon.spi.ConnectorName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What has become of a {@link Command} so far. Only what parts have led to, and whether they have ended, still changes.
 *
 * @param refusal why it was not carried out; then there is nothing else
 * @param skipped why connectors of the selection were left out
 * @param parts the work for each connector that was not left out, in the order of the configuration document
 */
public record CommandAnswer(Optional<Message> refusal, List<Message> skipped, Map<ConnectorName, Part> parts) {

    /**
     * The work for one connector.
     *
     * @param run the refresh that came of it so far, if one did
     */
    public record Part(boolean ended, Optional<RunId> run) {

        /** It goes on, and no refresh came of it yet. */
        public static final Part OPEN = new Part(false, Optional.empty());

        static Part of(Errand work) {
            // in this order: once it has ended, it is clear whether a refresh came of it
            boolean ended = work.isDone();
            return new Part(ended, work.run());
        }
    }

    public CommandAnswer {
        skipped = List.copyOf(skipped);
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }

    static CommandAnswer refused(Message reason) {
        return new CommandAnswer(Optional.of(reason), List.of(), Map.of());
    }

    /** Whether parts have not ended. */
    public boolean isOpen() {
        return parts.values().stream().anyMatch(part -> !part.ended());
    }

    /** The same, with nothing that goes on: whatever carried it out is gone. */
    public CommandAnswer closed() {
        Map<ConnectorName, Part> ended = new LinkedHashMap<>(parts);
        ended.replaceAll((connector, part) -> new Part(true, part.run()));
        return new CommandAnswer(refusal, skipped, ended);
    }
}
