package io.openintegration.daemon.runtime;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.ServerName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * What operators ask on this node and another one is to carry out. Requests come from any thread; {@link #look} and {@link #hear}
 * are called by one.
 */
final class SentCommands {

    private static final int SERVICE_UNAVAILABLE = 503;

    private final ServerName daemon;
    private final CommandDesk desk;
    private final Timing timing;
    private final Duration patience;
    private final Map<RequestId, SentCommand> open = new ConcurrentHashMap<>();

    /** @param patience how long to wait for an answer */
    SentCommands(ServerName daemon, CommandDesk desk, Timing timing, Duration patience) {
        this.daemon = daemon;
        this.desk = desk;
        this.timing = timing;
        this.patience = patience;
    }

    /**
     * Leaves a command at the desk, and waits until it is answered.
     *
     * @throws RequestRefusedException what the node that runs the daemon says
     * @throws NoAnswerException {@code INTEGRATION-DAEMON-SERVICES-503-001} where none took it, {@code -002} where one took it
     *     and did not answer, {@code -003} where one took it too late
     */
    SentCommand send(Command command) {
        SentCommand sent = place(command);
        try {
            if (!isAnsweredInTime(sent)) {
                giveUp(sent);
            }
        } finally {
            if (!sent.answered().isDone() || sent.isOver()) {
                open.remove(command.id());
            }
        }
        Optional<Message> refusal = sent.answered().join().refusal();
        if (refusal.isPresent()) {
            throw refusal.get().definition().text().httpCode() == SERVICE_UNAVAILABLE
                    ? new NoAnswerException(refusal.get())
                    : new RequestRefusedException(refusal.get());
        }
        return sent;
    }

    /** Leaves a command at the desk, and goes on. It stays there until a node takes it. */
    SentCommand place(Command command) {
        SentCommand sent = new SentCommand(command, timing.now());
        open.put(command.id(), sent);
        try {
            desk.place(daemon, command);
        } catch (RuntimeException e) {
            open.remove(command.id());
            throw e;
        }
        return sent;
    }

    /** What became of a request, also one of another node; empty where it is not, or no longer, known. */
    Optional<RequestReceipt> receipt(RequestId id) {
        SentCommand own = open.get(id);
        return own == null
                ? Optional.ofNullable(desk.find(daemon, List.of(id)).get(id))
                        .map(SentCommand::of)
                        .flatMap(SentCommand::receipt)
                : own.receipt();
    }

    /** Looks what the desk has on what is open. */
    List<News> look() {
        List<SentCommand> asked = List.copyOf(open.values());
        if (asked.isEmpty()) {
            return List.of();
        }
        Set<SentCommand> known =
                asked.stream().filter(sent -> sent.answered().isDone()).collect(Collectors.toSet());
        Map<RequestId, FiledCommand> found = desk.find(
                daemon, asked.stream().map(sent -> sent.command().id()).toList());
        return asked.stream()
                .map(sent -> new News(
                        sent,
                        Optional.ofNullable(found.get(sent.command().id())).flatMap(FiledCommand::answer),
                        known.contains(sent)
                                && !found.containsKey(sent.command().id())))
                .toList();
    }

    /** Lets those who wait know what {@link #look} has found. */
    void hear(List<News> news) {
        news.forEach(heard -> {
            heard.answer().ifPresent(heard.sent()::hear);
            if (heard.forgotten()) {
                heard.sent().close();
            }
            if (heard.sent().isOver()) {
                open.remove(heard.sent().command().id());
            }
        });
    }

    /**
     * What was found of a command.
     *
     * @param forgotten whether it was answered, so long ago that the desk does not know it any more
     */
    record News(SentCommand sent, Optional<CommandAnswer> answer, boolean forgotten) {}

    private boolean isAnsweredInTime(SentCommand sent) {
        try {
            sent.answered().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was taken at the last moment may have been answered at the very last one. */
    private void giveUp(SentCommand sent) {
        RequestId id = sent.command().id();
        if (desk.withdraw(daemon, id)) {
            throw new NoAnswerException(NodeMessage.NOBODY_ON_DUTY.with(daemon, patience.toSeconds()));
        }
        Optional.ofNullable(desk.find(daemon, List.of(id)).get(id))
                .flatMap(FiledCommand::answer)
                .ifPresent(sent::hear);
        if (!sent.answered().isDone()) {
            throw new NoAnswerException(NodeMessage.NO_ANSWER.with(daemon, id, patience.toSeconds()));
        }
    }
}
