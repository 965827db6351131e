package io.openintegration.daemon.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.access.Caller;
import io.openintegration.daemon.access.Role;
import io.openintegration.daemon.message.AuditQuery;
import io.openintegration.daemon.message.AuditRecord;
import io.openintegration.daemon.message.AuditTrail;
import io.openintegration.daemon.message.Severity;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.platform.AuditService;
import io.openintegration.daemon.platform.ServerRegistry;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The filed audit records of a server, newest first. Those of the platform itself (logins, start) bear the server name
 * {@code platform} and are for administrators.
 */
@Path("api/v1/servers/{server}/audit-log")
@Produces(MediaType.APPLICATION_JSON)
public class AuditLogResource {

    private static final int LARGEST_PAGE = 1_000;

    @EJB
    private ServerRegistry servers;

    @Inject
    private AuditTrail trail;

    /**
     * Finds audit records. All given filters must match.
     *
     * @param severities display names such as {@code Error}; repeated for "any of these", none for all
     * @param messageId exact message id
     * @param text part of the message text, ignoring case
     * @param from ISO 8601 time with offset; records at or after it
     * @param to ISO 8601 time with offset; records before it
     * @param startFrom records to skip, from 0
     * @param pageSize records to return, 1 to 1000
     */
    @GET
    @Permits(Role.VIEWER)
    public String find(
            @PathParam("server") String server,
            @QueryParam("severity") List<String> severities,
            @QueryParam("messageId") String messageId,
            @QueryParam("text") String text,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("startFrom") @DefaultValue("0") String startFrom,
            @QueryParam("pageSize") @DefaultValue("100") String pageSize,
            @Context SecurityContext security) {
        Caller caller = RoleFilter.caller(security);
        if (server.equals(AuditService.PLATFORM)) {
            // the platform's own records tell of logins
            RoleFilter.require(caller, Role.ADMINISTRATOR);
        } else if (!new AuditedServers(servers::isKnown, trail).contain(new ServerName(server))) {
            servers.requireKnown(new ServerName(server), caller.user());
        }
        int skip = QueryValue.number("startFrom", startFrom, 0, Integer.MAX_VALUE);
        int size = QueryValue.number("pageSize", pageSize, 1, LARGEST_PAGE);
        List<AuditRecord> records = trail.find(new AuditQuery(
                server,
                severities(severities),
                Optional.ofNullable(messageId),
                Optional.ofNullable(text),
                time("from", from),
                time("to", to),
                skip,
                size));
        ObjectNode answer = Json.object().put("startFrom", skip).put("pageSize", size);
        ArrayNode list = answer.putArray("records");
        records.forEach(found -> list.add(json(found)));
        return answer.toString();
    }

    private static ObjectNode json(AuditRecord found) {
        ObjectNode json = Json.object()
                .put("guid", found.guid())
                .put("timeStamp", Json.date(found.timeStamp()))
                .put("incarnation", found.incarnation())
                .put("sequence", found.sequence())
                .put("severity", found.severity().displayName())
                .put("messageId", found.messageId())
                .put("messageText", found.messageText());
        ArrayNode parameters = json.putArray("messageParameters");
        found.messageParameters().forEach(parameters::add);
        json.put("systemAction", found.systemAction())
                .put("userAction", found.userAction())
                .put("actionDescription", found.action())
                .put("threadName", found.threadName())
                .put("component", found.component().name());
        json.putObject("originator")
                .put("serverName", found.originator().serverName())
                .put("serverType", found.originator().serverType())
                .put("organizationName", found.originator().organizationName());
        found.exception().ifPresent(exception -> json.put("exceptionClassName", exception.className())
                .put("exceptionMessage", exception.message())
                .put("exceptionStackTrace", exception.stackTrace()));
        return json;
    }

    private static Set<Severity> severities(List<String> names) {
        return names.stream()
                .map(name -> Severity.ofDisplayName(name)
                        .orElseThrow(() -> QueryValue.bad("severity", name, "a severity's display name such as Error")))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<Instant> time(String name, String value) {
        try {
            return Optional.ofNullable(value)
                    .map(text -> OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            throw QueryValue.bad(name, value, "an ISO 8601 time with offset such as 2026-01-31T12:00:00Z");
        }
    }
}
