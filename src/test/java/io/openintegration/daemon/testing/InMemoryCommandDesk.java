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
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What the nodes of one daemon ask of each other, in memory. */
public final class InMemoryCommandDesk implements CommandDesk {

    private final Clock clock;
    private final Map<RequestId, Filed> commands = new LinkedHashMap<>();

    private record Filed(Command command, Instant placed, Optional<Node> taker, Optional<CommandAnswer> answer) {

        Filed takenBy(Node node) {
            return new Filed(command, placed, Optional.of(node), answer);
        }

        Filed answered(CommandAnswer now) {
            return new Filed(command, placed, taker, Optional.of(now));
        }
    }

    public InMemoryCommandDesk(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void place(ServerName daemon, Command command) {
        commands.put(command.id(), new Filed(command, clock.instant(), Optional.empty(), Optional.empty()));
    }

    @Override
    public synchronized boolean withdraw(ServerName daemon, RequestId id) {
        Filed filed = commands.get(id);
        return filed != null && filed.taker().isEmpty() && commands.remove(id) != null;
    }

    @Override
    public synchronized List<FiledCommand> take(ServerName daemon, Node node) {
        commands.replaceAll((id, filed) -> filed.answer().isEmpty() ? filed.takenBy(node) : filed);
        return list(filed -> filed.answer().isEmpty());
    }

    @Override
    public synchronized void answer(ServerName daemon, RequestId id, CommandAnswer answer) {
        commands.computeIfPresent(id, (same, filed) -> filed.answered(answer));
    }

    @Override
    public synchronized int close(ServerName daemon) {
        List<FiledCommand> open =
                list(filed -> filed.answer().filter(CommandAnswer::isOpen).isPresent());
        open.forEach(filed -> answer(
                daemon, filed.command().id(), filed.answer().orElseThrow().closed()));
        return open.size();
    }

    @Override
    public synchronized Map<RequestId, FiledCommand> find(ServerName daemon, Collection<RequestId> ids) {
        return list(filed -> ids.contains(filed.command().id())).stream()
                .collect(Collectors.toMap(filed -> filed.command().id(), filed -> filed));
    }

    @Override
    public synchronized int purge(ServerName daemon, Duration age) {
        int all = commands.size();
        commands.values()
                .removeIf(filed ->
                        filed.answer().isPresent() && !filed.placed().plus(age).isAfter(clock.instant()));
        return all - commands.size();
    }

    private List<FiledCommand> list(Predicate<Filed> which) {
        return commands.values().stream()
                .filter(which)
                .map(filed -> new FiledCommand(
                        filed.command(),
                        filed.placed(),
                        Duration.between(filed.placed(), clock.instant()),
                        filed.answer()))
                .toList();
    }
}
