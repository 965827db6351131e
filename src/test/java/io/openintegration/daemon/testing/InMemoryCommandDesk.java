package io.openintegration.daemon.testing;

import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.runtime.Command;
import io.openintegration.daemon.runtime.CommandAnswer;
import io.openintegration.daemon.runtime.CommandDesk;
import io.openintegration.daemon.runtime.FiledCommand;
import io.openintegration.daemon.runtime.Node;
import io.openintegration.daemon.runtime.RequestId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Where nodes leave commands for each other, in memory. */
public final class InMemoryCommandDesk implements CommandDesk {

    private final Clock clock;
    private final Map<RequestId, Entry> entries = new LinkedHashMap<>();

    private record Entry(
            ServerName daemon,
            Command command,
            Instant placed,
            Optional<Node> takenBy,
            Optional<CommandAnswer> answer) {

        boolean isOpen() {
            return answer.filter(given -> !given.isOpen()).isEmpty();
        }

        Entry takenBy(Node node) {
            return takenBy.isPresent() ? this : new Entry(daemon, command, placed, Optional.of(node), answer);
        }

        Entry answered(CommandAnswer given) {
            return isOpen() ? new Entry(daemon, command, placed, takenBy, Optional.of(given)) : this;
        }
    }

    public InMemoryCommandDesk(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void place(ServerName daemon, Command command) {
        entries.put(command.id(), new Entry(daemon, command, clock.instant(), Optional.empty(), Optional.empty()));
    }

    @Override
    public synchronized boolean withdraw(ServerName daemon, RequestId id) {
        return entries.entrySet()
                .removeIf(entry -> entry.getKey().equals(id)
                        && entry.getValue().daemon().equals(daemon)
                        && entry.getValue().takenBy().isEmpty()
                        && entry.getValue().answer().isEmpty());
    }

    @Override
    public synchronized List<FiledCommand> take(ServerName daemon, Node node) {
        entries.replaceAll(
                (id, entry) -> entry.daemon().equals(daemon) && entry.answer().isEmpty() ? entry.takenBy(node) : entry);
        return of(daemon, entry -> entry.answer().isEmpty() && entry.takenBy().equals(Optional.of(node))).stream()
                .map(this::filed)
                .toList();
    }

    @Override
    public synchronized void answer(ServerName daemon, RequestId id, CommandAnswer answer) {
        entries.computeIfPresent(id, (same, entry) -> entry.daemon().equals(daemon) ? entry.answered(answer) : entry);
    }

    @Override
    public synchronized int close(ServerName daemon, Function<RequestId, CommandAnswer> unanswered) {
        List<Entry> left = of(
                daemon,
                entry -> entry.isOpen()
                        && (entry.answer().isPresent() || entry.takenBy().isPresent()));
        left.forEach(entry -> answer(
                daemon,
                entry.command().id(),
                entry.answer()
                        .map(CommandAnswer::closed)
                        .orElseGet(() -> unanswered.apply(entry.command().id()))));
        return left.size();
    }

    @Override
    public synchronized Map<RequestId, FiledCommand> find(ServerName daemon, Collection<RequestId> ids) {
        Map<RequestId, FiledCommand> found = new LinkedHashMap<>();
        of(daemon, entry -> ids.contains(entry.command().id()))
                .forEach(entry -> found.put(entry.command().id(), filed(entry)));
        return found;
    }

    @Override
    public synchronized int purge(ServerName daemon, Duration age) {
        Instant limit = clock.instant().minus(age);
        List<Entry> old = of(
                daemon, entry -> entry.answer().isPresent() && !entry.placed().isAfter(limit));
        old.forEach(entry -> entries.remove(entry.command().id()));
        return old.size();
    }

    private List<Entry> of(ServerName daemon, Predicate<Entry> which) {
        return entries.values().stream()
                .filter(entry -> entry.daemon().equals(daemon))
                .filter(which)
                .toList();
    }

    private FiledCommand filed(Entry entry) {
        return new FiledCommand(
                entry.command(), entry.placed(), Duration.between(entry.placed(), clock.instant()), entry.answer());
    }
}
