package io.openintegration.daemon.persistence;

import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.runtime.Command;
import io.openintegration.daemon.runtime.ConnectorSelection;
import io.openintegration.daemon.runtime.FiledCommand;
import io.openintegration.daemon.runtime.RequestId;
import io.openintegration.daemon.runtime.TargetState;
import io.openintegration.daemon.runtime.run.RunId;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.IntegrationService;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A command as the row of a table: columns by name. */
final class CommandRow {

    private CommandRow() {}

    static Map<String, Object> of(Command command) {
        Map<String, Object> row = new HashMap<>();
        row.put("id", command.id().value());
        row.put("kind", command.kind().name());
        row.put(
                "service",
                command.selection().service().map(IntegrationService::name).orElse(null));
        row.put(
                "connector",
                command.selection()
                        .connector()
                        .map(connector -> StorableText.escaped(connector.value()))
                        .orElse(null));
        row.put("target", command.target().map(TargetState::name).orElse(null));
        row.put("run", command.run().map(RunId::value).orElse(null));
        row.put("requested_by", StorableText.escaped(command.requestedBy().value()));
        return row;
    }

    /** The row's age by the column {@code present}, the database's time of the query. */
    static FiledCommand read(ResultSet row) throws SQLException {
        Instant placed = row.getObject("placed_at", OffsetDateTime.class).toInstant();
        Duration age = Duration.between(
                placed, row.getObject("present", OffsetDateTime.class).toInstant());
        return new FiledCommand(
                command(row),
                placed,
                age.isNegative() ? Duration.ZERO : age,
                Optional.ofNullable(row.getString("answer")).map(CommandAnswerJson::read));
    }

    private static Command command(ResultSet row) throws SQLException {
        return new Command(
                new RequestId(row.getObject("id", UUID.class)),
                Command.Kind.valueOf(row.getString("kind")),
                new ConnectorSelection(
                        Optional.ofNullable(row.getString("service")).map(IntegrationService::valueOf),
                        Optional.ofNullable(row.getString("connector"))
                                .map(connector -> new ConnectorName(StorableText.unescaped(connector)))),
                Optional.ofNullable(row.getString("target")).map(TargetState::valueOf),
                Optional.ofNullable(row.getObject("run", UUID.class)).map(RunId::new),
                new UserId(StorableText.unescaped(row.getString("requested_by"))));
    }
}
