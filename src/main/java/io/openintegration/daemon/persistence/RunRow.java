package io.openintegration.daemon.persistence;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.reconcile.ReconcileReport;
import io.openintegration.daemon.runtime.run.Failure;
import io.openintegration.daemon.runtime.run.RunId;
import io.openintegration.daemon.runtime.run.RunOutcome;
import io.openintegration.daemon.runtime.run.RunReport;
import io.openintegration.daemon.runtime.run.RunTrigger;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.FailureOrigin;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A refresh as the row of a table: columns by name. */
final class RunRow {

    private RunRow() {}

    static Map<String, Object> of(ServerName daemon, RunReport run) {
        Map<String, Object> row = new HashMap<>();
        row.put("id", run.id().value());
        row.put("daemon", StorableText.escaped(daemon.value()));
        row.put("connector", StorableText.escaped(run.connector().value()));
        row.put("trigger_name", run.trigger().name());
        row.put(
                "requested_by",
                run.requestedBy()
                        .map(user -> StorableText.escaped(user.value()))
                        .orElse(null));
        row.put("begin_time", run.begin().atOffset(ZoneOffset.UTC));
        row.put("end_time", run.end().map(time -> time.atOffset(ZoneOffset.UTC)).orElse(null));
        row.put("outcome", run.outcome().name());
        row.put("created", run.report().created());
        row.put("updated", run.report().updated());
        row.put("removed", run.report().removed());
        row.put("restored", run.report().restored());
        row.put("unchanged", run.report().unchanged());
        row.put("held_back", run.report().heldBack());
        row.put("problem_count", run.report().problemCount());
        row.put("problems", texts(run.report().problems()));
        row.put("failure", texts(run.failure().map(Failure::message).stream().toList()));
        row.put(
                "failure_origin",
                run.failure().map(failure -> failure.origin().name()).orElse(null));
        return row;
    }

    static RunReport read(ResultSet row) throws SQLException {
        return new RunReport(
                new RunId(row.getObject("id", UUID.class)),
                new ConnectorName(StorableText.unescaped(row.getString("connector"))),
                RunTrigger.valueOf(row.getString("trigger_name")),
                Optional.ofNullable(StorableText.unescaped(row.getString("requested_by")))
                        .map(UserId::new),
                time(row, "begin_time").orElseThrow(),
                time(row, "end_time"),
                RunOutcome.valueOf(row.getString("outcome")),
                new ReconcileReport(
                        row.getInt("created"),
                        row.getInt("updated"),
                        row.getInt("removed"),
                        row.getInt("restored"),
                        row.getInt("unchanged"),
                        row.getInt("held_back"),
                        messages(row.getString("problems")),
                        row.getInt("problem_count")),
                failure(row));
    }

    private static Optional<Failure> failure(ResultSet row) throws SQLException {
        List<Message> message = messages(row.getString("failure"));
        return message.isEmpty()
                ? Optional.empty()
                : Optional.of(new Failure(message.get(0), FailureOrigin.valueOf(row.getString("failure_origin"))));
    }

    private static String texts(List<Message> messages) {
        return TextListJson.write(messages.stream()
                .flatMap(message -> KeptMessage.fields(message).stream())
                .toList());
    }

    private static List<Message> messages(String texts) {
        return KeptMessage.messages(TextListJson.read(texts));
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
