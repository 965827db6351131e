package io.openintegration.daemon.runtime;

import io.openintegration.daemon.spi.ConnectorName;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A command that another node is to carry out, and what this one has heard of it. Safe from any thread. */
final class SentCommand {

    private final Command command;
    private final Instant at;
    private final CompletableFuture<CommandAnswer> answered = new CompletableFuture<>();
    private final Map<ConnectorName, Errand> parts = new LinkedHashMap<>();

    SentCommand(Command command, Instant at) {
        this.command = command;
        this.at = at;
    }

    /** One that was found on the desk. */
    static SentCommand of(FiledCommand filed) {
        SentCommand sent = new SentCommand(filed.command(), filed.placed());
        filed.answer().ifPresent(sent::hear);
        return sent;
    }

    Command command() {
        return command;
    }

    /** Completed by the first answer. */
    CompletableFuture<CommandAnswer> answered() {
        return answered;
    }

    /** The first answer, or how things stand now. */
    void hear(CommandAnswer answer) {
        Map<ConnectorName, Errand> known;
        synchronized (this) {
            answer.parts().forEach((connector, part) -> parts.computeIfAbsent(connector, none -> new Errand()));
            known = Map.copyOf(parts);
        }
        answer.parts().forEach((connector, part) -> {
            part.run().ifPresent(known.get(connector)::led);
            if (part.ended()) {
                known.get(connector).end();
            }
        });
        answered.complete(answer);
    }

    /** Nothing more will be heard of it. */
    void close() {
        receiptParts().values().forEach(Errand::end);
    }

    /** Whether all has been heard that there is to hear. */
    boolean isOver() {
        return answered.isDone() && receiptParts().values().stream().allMatch(Errand::isDone);
    }

    /** Empty for what has no receipt, and where it was not answered, or refused. */
    Optional<RequestReceipt> receipt() {
        boolean accepted = answered.isDone() && answered.join().refusal().isEmpty();
        return command.kind()
                .onReceipts()
                .filter(kind -> accepted)
                .map(kind -> new RequestReceipt(
                        command.id(),
                        kind,
                        command.requestedBy(),
                        at,
                        answered.join().skipped(),
                        receiptParts()));
    }

    /** Completed when all the work has ended, also where it was refused. */
    CompletableFuture<Void> done() {
        return answered.thenCompose(answer -> CompletableFuture.allOf(
                receiptParts().values().stream().map(Errand::done).toArray(CompletableFuture<?>[]::new)));
    }

    private synchronized Map<ConnectorName, Errand> receiptParts() {
        return new LinkedHashMap<>(parts);
    }
}
