package io.openintegration.daemon.runtime;

import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.message.DaemonException;
import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.runtime.plan.PlanId;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Carries out during one time of duty what operators ask on other nodes, each command once at most: what is in hand here is not
 * begun again, however often the desk hands it out; what was answered, or taken in another time of duty, is not handed out any
 * more. Called by one thread.
 */
final class CommandClerk {

    private static final Duration EXPIRY = Duration.ofMinutes(1);
    private static final Duration KEPT = Duration.ofHours(1);
    private static final Duration BETWEEN_PURGES = Duration.ofMinutes(1);

    private final IntegrationDaemon daemon;
    private final NodeEnvironment nodes;
    private final AuditLog auditLog;
    private final Map<RequestId, Undertaking> inHand = new LinkedHashMap<>();
    private final Map<RequestId, CommandAnswer> told = new HashMap<>();
    private Optional<Duration> purged = Optional.empty();

    CommandClerk(IntegrationDaemon daemon, NodeEnvironment nodes, AuditLog auditLog) {
        this.daemon = daemon;
        this.nodes = nodes;
        this.auditLog = auditLog;
    }

    /** Begins what was asked for since the last time. */
    void take() {
        tidy();
        for (FiledCommand filed : nodes.desk().take(daemon.name(), nodes.node())) {
            // a node may be frozen at any moment: what it has not begun by then, it does not begin
            if (!inHand.containsKey(filed.command().id()) && nodes.lease().isHeld()) {
                inHand.put(filed.command().id(), undertake(filed));
            }
        }
    }

    /** Tells what has become of it, where that is new. */
    void answer() {
        for (RequestId id : List.copyOf(inHand.keySet())) {
            CommandAnswer now = inHand.get(id).answer();
            if (!now.equals(told.get(id))) {
                nodes.desk().answer(name(), id, now);
                told.put(id, now);
            }
            if (!now.isOpen()) {
                inHand.remove(id);
                told.remove(id);
            }
        }
    }

    private Undertaking undertake(FiledCommand filed) {
        Command command = filed.command();
        if (filed.age().compareTo(EXPIRY) > 0) {
            return Undertaking.refused(NodeMessage.TOO_LATE.with(command.id(), name(), EXPIRY.toSeconds()));
        }
        auditLog.log(
                "take", NodeMessage.COMMAND_TAKEN.with(command.requestedBy(), command.kind(), name(), command.id()));
        try {
            return carryOut(command);
        } catch (DaemonException refused) {
            return Undertaking.refused(refused.reason());
        } catch (RuntimeException e) {
            Message failed = NodeMessage.COMMAND_FAILED.with(
                    command.id(), name(), e.getClass().getName());
            auditLog.log("take", failed, e);
            return Undertaking.refused(failed);
        }
    }

    private Undertaking carryOut(Command command) {
        return switch (command.kind()) {
            case RESTART -> taken(command, daemon.restart(command.selection(), command.requestedBy()));
            case REFRESH -> taken(command, daemon.refresh(command.selection(), command.requestedBy()));
            case RELEASE -> taken(command, daemon.release(command.selection(), command.requestedBy()));
            case TARGET -> taken(
                    command,
                    daemon.setTarget(command.selection(), command.target().orElseThrow(), command.requestedBy()));
            case CANCEL -> {
                daemon.cancel(command.run().orElseThrow(), command.requestedBy());
                yield Undertaking.DONE;
            }
            case PLAN -> taken(
                    command,
                    daemon.plan(plan(command), command.selection().connector().orElseThrow(), command.requestedBy()));
            case APPLY_PLAN -> taken(command, daemon.applyPlan(plan(command), command.requestedBy()));
            case UNDO -> taken(command, daemon.undo(command.run().orElseThrow(), command.requestedBy()));
            case PLAN_UNDO -> taken(
                    command,
                    daemon.planUndo(
                            new PlanId(command.id().value()), command.run().orElseThrow(), command.requestedBy()));
            case APPLY -> Undertaking.of(nodes.documents().apply(command.selection(), command.requestedBy()));
        };
    }

    private static PlanId plan(Command command) {
        return new PlanId(command.run().orElseThrow().value());
    }

    /** Operators may ask for it on this node too. */
    private Undertaking taken(Command command, RequestReceipt receipt) {
        daemon.remember(receipt.withId(command.id()));
        return Undertaking.of(receipt);
    }

    private void tidy() {
        Duration now = nodes.timing().monotonic().now();
        if (purged.isEmpty()) {
            nodes.desk().close(name(), id -> CommandAnswer.refused(NodeMessage.NODE_GONE.with(id, name())));
        }
        if (purged.filter(last -> now.minus(last).compareTo(BETWEEN_PURGES) < 0).isEmpty()) {
            nodes.desk().purge(name(), KEPT);
            purged = Optional.of(now);
        }
    }

    private ServerName name() {
        return daemon.name();
    }
}
