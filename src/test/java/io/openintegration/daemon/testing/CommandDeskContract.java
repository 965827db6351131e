package io.openintegration.daemon.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.runtime.Command;
import io.openintegration.daemon.runtime.CommandAnswer;
import io.openintegration.daemon.runtime.CommandAnswer.Part;
import io.openintegration.daemon.runtime.CommandDesk;
import io.openintegration.daemon.runtime.ConnectorSelection;
import io.openintegration.daemon.runtime.FiledCommand;
import io.openintegration.daemon.runtime.Node;
import io.openintegration.daemon.runtime.NodeMessage;
import io.openintegration.daemon.runtime.RequestId;
import io.openintegration.daemon.runtime.RuntimeMessage;
import io.openintegration.daemon.runtime.TargetState;
import io.openintegration.daemon.runtime.run.RunId;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.IntegrationService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link CommandDesk} promises. */
public abstract class CommandDeskContract {

    protected static final ServerName DAEMON = new ServerName("integration-daemon");
    private static final ServerName OTHER = new ServerName("other-daemon");
    private static final Node ONE = new Node("one", "host");
    private static final Node SECOND = new Node("second", "host");
    private static final ConnectorName MONITOR = new ConnectorName("FilesMonitor");
    private static final CommandAnswer DONE = new CommandAnswer(Optional.empty(), List.of(), Map.of());
    private static final CommandAnswer OPEN = answer(Part.OPEN);
    private static final CommandAnswer ENDED = answer(new Part(true, Optional.of(new RunId(UUID.randomUUID()))));

    /** The same desk, empty at first, as one of the nodes sees it, which may be another one at each call of one test. */
    protected abstract CommandDesk desk();

    @Test
    void emptyDeskHasNothing() {
        assertThat(desk().take(DAEMON, ONE)).isEmpty();
        assertThat(desk().find(DAEMON, List.of())).isEmpty();
        assertThat(desk().find(DAEMON, List.of(new RequestId(UUID.randomUUID()))))
                .isEmpty();
        assertThat(desk().close(DAEMON, id -> DONE)).isZero();
        assertThat(desk().purge(DAEMON, Duration.ZERO)).isZero();
    }

    @Test
    void whatIsTakenIsWhatWasPlaced() {
        ConnectorSelection service = ConnectorSelection.of(IntegrationService.FILES);
        ConnectorSelection connector =
                new ConnectorSelection(Optional.of(IntegrationService.LINEAGE), Optional.of(MONITOR));
        List<Command> placed = List.of(
                command(Command.Kind.RESTART, ConnectorSelection.ALL, null, null),
                command(Command.Kind.REFRESH, service, null, null),
                command(Command.Kind.TARGET, connector, TargetState.PAUSED, null),
                command(Command.Kind.CANCEL, ConnectorSelection.ALL, null, new RunId(UUID.randomUUID())),
                command(Command.Kind.APPLY, connector, null, null));
        placed.forEach(command -> desk().place(DAEMON, command));

        List<FiledCommand> taken = desk().take(DAEMON, ONE);

        assertThat(taken).extracting(FiledCommand::command).isEqualTo(placed);
        assertThat(taken).allSatisfy(filed -> {
            assertThat(filed.answer()).isEmpty();
            assertThat(filed.age()).isGreaterThanOrEqualTo(Duration.ZERO);
        });
    }

    @Test
    void theOldestComesFirst() {
        List<RequestId> placed =
                IntStream.range(0, 30).mapToObj(number -> placed().id()).toList();

        assertThat(taken(ONE)).isEqualTo(placed);
        RequestId last = placed().id();
        assertThat(taken(ONE)).startsWith(placed.get(0)).endsWith(last).hasSize(31);
    }

    @Test
    void whatHasNoAnswerIsHandedOutAgainToTheNodeThatTookIt() {
        RequestId id = placed().id();

        assertThat(taken(ONE)).containsExactly(id);
        assertThat(taken(ONE)).containsExactly(id);
    }

    @Test
    void whatOneNodeHasTakenIsNeverHandedOutToAnother() {
        RequestId first = placed().id();
        taken(ONE);
        RequestId second = placed().id();

        assertThat(taken(SECOND)).containsExactly(second);
        assertThat(taken(ONE)).containsExactly(first);
    }

    @Test
    void whatWasAnsweredIsNeverHandedOutAgain() {
        RequestId done = placed().id();
        RequestId open = placed().id();
        taken(ONE);

        desk().answer(DAEMON, done, DONE);
        desk().answer(DAEMON, open, OPEN);

        assertThat(taken(ONE)).isEmpty();
        assertThat(taken(SECOND)).isEmpty();
    }

    @Test
    void everyNodeFindsTheAnswer() {
        RequestId id = placed().id();
        assertThat(answerTo(id)).isEmpty();
        taken(ONE);
        desk().answer(DAEMON, id, OPEN);
        assertThat(answerTo(id)).contains(OPEN);

        desk().answer(DAEMON, id, ENDED);

        assertThat(answerTo(id)).contains(ENDED);
        assertThat(answerTo(id)).contains(ENDED);
    }

    @Test
    void answerWithNothingOpenStays() {
        RequestId id = placed().id();
        taken(ONE);
        desk().answer(DAEMON, id, ENDED);

        desk().answer(DAEMON, id, OPEN);
        desk().answer(DAEMON, id, refused());

        assertThat(answerTo(id)).contains(ENDED);
    }

    @Test
    void refusalComesBackAsIfTheNodeHadBeenAskedItself() {
        RequestId id = placed().id();
        Message known = RuntimeMessage.UNEXPECTED.with("FilesMonitor", "refresh", "a.b.C", "half \uD83D");
        CommandAnswer answer = new CommandAnswer(Optional.of(known), List.of(known, known), Map.of());
        taken(ONE);

        desk().answer(DAEMON, id, answer);

        assertThat(answerTo(id)).contains(answer);
    }

    @Test
    void whatWasTakenByANodeThatIsGoneIsAnsweredAndNotCarriedOut() {
        RequestId taken = placed().id();
        taken(ONE);
        RequestId waiting = placed().id();

        assertThat(desk().close(DAEMON, id -> refused(id))).isEqualTo(1);

        assertThat(answerTo(taken)).contains(refused(taken));
        assertThat(answerTo(waiting)).isEmpty();
        assertThat(taken(SECOND)).containsExactly(waiting);
        desk().answer(DAEMON, taken, DONE);
        assertThat(answerTo(taken)).as("too late").contains(refused(taken));
    }

    @Test
    void whatANodeThatIsGoneHadBegunIsEnded() {
        RequestId open = placed().id();
        RequestId ended = placed().id();
        taken(ONE);
        desk().answer(DAEMON, open, OPEN);
        desk().answer(DAEMON, ended, ENDED);

        assertThat(desk().close(DAEMON, id -> refused())).isEqualTo(1);
        assertThat(desk().close(DAEMON, id -> refused())).isZero();

        assertThat(answerTo(open)).contains(answer(new Part(true, Optional.empty())));
        assertThat(answerTo(ended)).contains(ENDED);
    }

    @Test
    void whatNobodyHasTakenCanBeWithdrawn() {
        RequestId id = placed().id();

        assertThat(desk().withdraw(OTHER, id)).isFalse();
        assertThat(desk().withdraw(DAEMON, id)).isTrue();
        assertThat(desk().withdraw(DAEMON, id)).isFalse();

        assertThat(taken(ONE)).isEmpty();
        assertThat(desk().find(DAEMON, List.of(id))).isEmpty();
    }

    @Test
    void whatWasTakenOrAnsweredCannotBeWithdrawn() {
        RequestId taken = placed().id();
        RequestId answered = placed().id();
        taken(ONE);
        desk().answer(DAEMON, answered, DONE);

        assertThat(desk().withdraw(DAEMON, taken)).isFalse();
        assertThat(desk().withdraw(DAEMON, answered)).isFalse();

        assertThat(taken(ONE)).containsExactly(taken);
    }

    @Test
    void whatIsTakenAndWithdrawnAtOnceIsOneOfBoth() {
        for (int round = 0; round < 30; round++) {
            RequestId id = placed().id();
            CompletableFuture<Boolean> withdrawn = CompletableFuture.supplyAsync(() -> desk().withdraw(DAEMON, id));
            List<RequestId> taken = taken(ONE);

            assertThat(taken.contains(id)).as("round %d", round).isNotEqualTo(withdrawn.join());
            desk().answer(DAEMON, id, DONE);
        }
    }

    @Test
    void whatTwoNodesTakeAtOnceIsHandedOutToOneOfThem() {
        for (int round = 0; round < 10; round++) {
            List<RequestId> placed =
                    IntStream.range(0, 5).mapToObj(number -> placed().id()).toList();
            CompletableFuture<List<RequestId>> elsewhere = CompletableFuture.supplyAsync(() -> taken(SECOND));
            List<RequestId> all = new ArrayList<>(taken(ONE));
            all.addAll(elsewhere.join());

            assertThat(all).containsExactlyInAnyOrderElementsOf(placed);
            placed.forEach(id -> desk().answer(DAEMON, id, DONE));
        }
    }

    @Test
    void whatSeveralNodesPlaceAtOnceIsAllThere() {
        CompletableFuture<?>[] nodes = IntStream.range(0, 4)
                .mapToObj(node ->
                        CompletableFuture.runAsync(() -> IntStream.range(0, 10).forEach(n -> placed())))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(nodes).join();

        assertThat(taken(ONE)).hasSize(40).doesNotHaveDuplicates();
    }

    @Test
    void onlyWhatWasAnsweredIsForgotten() {
        RequestId waiting = placed().id();
        RequestId answered = placed().id();
        taken(ONE);
        desk().answer(DAEMON, answered, DONE);

        assertThat(desk().purge(DAEMON, Duration.ofHours(1))).isZero();
        assertThat(desk().purge(DAEMON, Duration.ZERO)).isEqualTo(1);

        assertThat(desk().find(DAEMON, List.of(waiting, answered))).containsOnlyKeys(waiting);
    }

    @Test
    void daemonsDoNotSeeEachOthersCommands() {
        RequestId id = placed().id();

        assertThat(desk().take(OTHER, ONE)).isEmpty();
        assertThat(desk().find(OTHER, List.of(id))).isEmpty();
        desk().answer(OTHER, id, DONE);
        taken(ONE);
        assertThat(desk().close(OTHER, same -> DONE)).isZero();
        assertThat(desk().purge(OTHER, Duration.ZERO)).isZero();

        assertThat(taken(ONE)).containsExactly(id);
    }

    @Test
    void moreThanOneStatementTakesAreFound() {
        List<RequestId> wanted = Stream.concat(
                        Stream.of(placed().id(), placed().id()),
                        Stream.generate(() -> new RequestId(UUID.randomUUID())).limit(1_200))
                .toList();

        assertThat(desk().find(DAEMON, wanted)).containsOnlyKeys(wanted.get(0), wanted.get(1));
    }

    @Test
    void answersMayBeAboutAThousandConnectorsAndKeepTheirOrder() {
        Map<ConnectorName, Part> parts = new LinkedHashMap<>();
        IntStream.range(0, 1_000)
                .forEach(number -> parts.put(new ConnectorName(number + "\u65E5".repeat(300)), Part.OPEN));
        RequestId id = placed().id();
        taken(ONE);

        desk().answer(DAEMON, id, new CommandAnswer(Optional.empty(), List.of(), parts));

        assertThat(answerTo(id).orElseThrow().parts().keySet()).containsExactlyElementsOf(parts.keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nul \0 escape \u001B0041", "halves \uD83D and \uDE00", "\uD83D\uDE00 ' \" \\ % _"})
    void everyNameComesBackAsItIs(String name) {
        ServerName daemon = new ServerName(name);
        Command command = new Command(
                new RequestId(UUID.randomUUID()),
                Command.Kind.REFRESH,
                ConnectorSelection.of(new ConnectorName(name)),
                Optional.empty(),
                Optional.empty(),
                new UserId(name));
        CommandAnswer answer =
                new CommandAnswer(Optional.empty(), List.of(), Map.of(new ConnectorName(name), Part.OPEN));
        desk().place(daemon, command);

        assertThat(desk().take(daemon, ONE)).extracting(FiledCommand::command).containsExactly(command);
        desk().answer(daemon, command.id(), answer);
        assertThat(desk().find(daemon, List.of(command.id())).get(command.id()).answer())
                .contains(answer);
    }

    private Command placed() {
        Command command = command(Command.Kind.RESTART, ConnectorSelection.of(MONITOR), null, null);
        desk().place(DAEMON, command);
        return command;
    }

    private List<RequestId> taken(Node node) {
        return desk().take(DAEMON, node).stream()
                .map(filed -> filed.command().id())
                .toList();
    }

    private Optional<CommandAnswer> answerTo(RequestId id) {
        return desk().find(DAEMON, List.of(id)).get(id).answer();
    }

    private static CommandAnswer refused(RequestId... what) {
        return new CommandAnswer(Optional.of(NodeMessage.NODE_GONE.with(List.of(what), DAEMON)), List.of(), Map.of());
    }

    private static CommandAnswer answer(Part part) {
        return new CommandAnswer(Optional.empty(), List.of(), Map.of(MONITOR, part));
    }

    private static Command command(Command.Kind kind, ConnectorSelection selection, TargetState target, RunId run) {
        return new Command(
                new RequestId(UUID.randomUUID()),
                kind,
                selection,
                Optional.ofNullable(target),
                Optional.ofNullable(run),
                new UserId("erin"));
    }
}
