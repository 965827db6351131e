package io.openintegration.daemon.persistence;

import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.runtime.Command;
import io.openintegration.daemon.runtime.CommandAnswer;
import io.openintegration.daemon.runtime.CommandDesk;
import io.openintegration.daemon.runtime.FiledCommand;
import io.openintegration.daemon.runtime.Node;
import io.openintegration.daemon.runtime.RequestId;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * What nodes ask of the node on duty, in the daemon's database. Its methods throw {@link DatabaseException}: {@code
 * DAEMON-DATABASE-500-001} where the database fails or is away for seconds, {@code -409-001} where another node has taken over.
 */
public final class JdbiCommandDesk implements CommandDesk {

    private static final String PLACE =
            """
            INSERT INTO "daemon".daemon_command (
                id, daemon, kind, service, connector, target, run, requested_by, placed_at, is_open)
            VALUES (
                :id, :daemon, :kind, :service, :connector, :target, :run, :requested_by, CURRENT_TIMESTAMP, TRUE)
            """;

    private static final String WITHDRAW =
            """
            DELETE FROM "daemon".daemon_command
            WHERE daemon = :daemon AND id = :id AND taken_by IS NULL AND answer IS NULL
            """;

    private static final String TAKE =
            """
            UPDATE "daemon".daemon_command SET taken_by = :node
            WHERE daemon = :daemon AND answer IS NULL AND taken_by IS NULL
            """;

    private static final String TAKEN =
            """
            SELECT command.*, CURRENT_TIMESTAMP AS present FROM "daemon".daemon_command command
            WHERE daemon = :daemon AND answer IS NULL AND taken_by = :node
            ORDER BY place_number
            """;

    private static final String ANSWER =
            """
            UPDATE "daemon".daemon_command SET answer = :answer, is_open = :open
            WHERE daemon = :daemon AND id = :id AND is_open
            """;

    private static final String LEFT =
            """
            SELECT command.*, CURRENT_TIMESTAMP AS present FROM "daemon".daemon_command command
            WHERE daemon = :daemon AND is_open AND (answer IS NOT NULL OR taken_by IS NOT NULL)
            """;

    private static final String FIND =
            """
            SELECT command.*, CURRENT_TIMESTAMP AS present FROM "daemon".daemon_command command
            WHERE daemon = :daemon AND id IN (<ids>)
            """;

    private static final String PURGE =
            """
            DELETE FROM "daemon".daemon_command
            WHERE daemon = :daemon AND answer IS NOT NULL
                AND placed_at <= CURRENT_TIMESTAMP - CAST(:seconds AS INTEGER) * INTERVAL '1' SECOND
            """;

    private final DaemonDatabase all;
    private final DaemonDatabase guarded;

    /**
     * @param all for those who ask
     * @param guarded the same database for the node on duty, as long as it is
     */
    public JdbiCommandDesk(DaemonDatabase all, DaemonDatabase guarded) {
        this.all = all.patient();
        this.guarded = guarded.patient();
    }

    @Override
    public void place(ServerName daemon, Command command) {
        all.call("placeCommand", handle -> handle.createUpdate(PLACE)
                .bindMap(CommandRow.of(command))
                .bind("daemon", name(daemon))
                .execute());
    }

    @Override
    public boolean withdraw(ServerName daemon, RequestId id) {
        return all.call("withdrawCommand", handle -> handle.createUpdate(WITHDRAW)
                        .bind("daemon", name(daemon))
                        .bind("id", id.value())
                        .execute())
                > 0;
    }

    @Override
    public List<FiledCommand> take(ServerName daemon, Node node) {
        return guarded.inTransaction("takeCommands", handle -> {
            handle.createUpdate(TAKE)
                    .bind("daemon", name(daemon))
                    .bind("node", node.id())
                    .execute();
            return handle.createQuery(TAKEN)
                    .bind("daemon", name(daemon))
                    .bind("node", node.id())
                    .map((row, context) -> CommandRow.read(row))
                    .list();
        });
    }

    @Override
    public void answer(ServerName daemon, RequestId id, CommandAnswer answer) {
        guarded.call("answerCommand", handle -> answer(handle, daemon, id, answer));
    }

    @Override
    public int close(ServerName daemon, Function<RequestId, CommandAnswer> unanswered) {
        return guarded.inTransaction("closeCommands", handle -> {
            List<FiledCommand> left = handle.createQuery(LEFT)
                    .bind("daemon", name(daemon))
                    .map((row, context) -> CommandRow.read(row))
                    .list();
            left.forEach(filed -> answer(handle, daemon, filed.command().id(), last(filed, unanswered)));
            return left.size();
        });
    }

    @Override
    public Map<RequestId, FiledCommand> find(ServerName daemon, Collection<RequestId> ids) {
        return all.call("findCommands", handle -> Slices.of(ids)
                .flatMap(slice -> handle
                        .createQuery(FIND)
                        .bind("daemon", name(daemon))
                        .bindList("ids", slice.stream().map(RequestId::value).toList())
                        .map((row, context) -> CommandRow.read(row))
                        .list()
                        .stream())
                .collect(Collectors.toMap(filed -> filed.command().id(), Function.identity())));
    }

    @Override
    public int purge(ServerName daemon, Duration age) {
        return guarded.call("purgeCommands", handle -> handle.createUpdate(PURGE)
                .bind("daemon", name(daemon))
                .bind("seconds", age.toSeconds())
                .execute());
    }

    private static CommandAnswer last(FiledCommand filed, Function<RequestId, CommandAnswer> unanswered) {
        return filed.answer()
                .map(CommandAnswer::closed)
                .orElseGet(() -> unanswered.apply(filed.command().id()));
    }

    private static int answer(Handle handle, ServerName daemon, RequestId id, CommandAnswer answer) {
        return handle.createUpdate(ANSWER)
                .bind("daemon", name(daemon))
                .bind("id", id.value())
                .bind("answer", CommandAnswerJson.write(answer))
                .bind("open", answer.isOpen())
                .execute();
    }

    private static String name(ServerName daemon) {
        return StorableText.escaped(daemon.value());
    }
}
