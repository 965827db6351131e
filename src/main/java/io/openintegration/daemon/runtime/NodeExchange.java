package io.openintegration.daemon.runtime;

import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.message.DaemonException;
import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.ServerName;
import java.util.List;
import java.util.Optional;

/** Keeps this node in touch with the others. Called by one thread; an outage is told once, and when it is over. */
final class NodeExchange {

    private static final String ACTION = "exchange";

    private final ServerName daemon;
    private final BoardCopy board;
    private final SentCommands commands;
    private final AuditLog auditLog;
    private boolean outOfTouch;

    NodeExchange(ServerName daemon, BoardCopy board, SentCommands commands, AuditLog auditLog) {
        this.daemon = daemon;
        this.board = board;
        this.commands = commands;
        this.auditLog = auditLog;
    }

    /**
     * Never throws.
     *
     * @param shift where this node is on duty
     */
    void exchange(Optional<Shift> shift) {
        try {
            shift.ifPresent(Shift::exchange);
            List<SentCommands.News> found = commands.look();
            if (shift.isEmpty()) {
                // before the answers, so that who has got one does not see what was before
                board.refresh();
            }
            commands.hear(found);
            inTouch();
        } catch (DaemonException e) {
            outOfTouch(e.reason(), e);
        } catch (RuntimeException | Error e) {
            // a periodic task that throws is never run again
            outOfTouch(RuntimeMessage.TICK_FAILED.with(daemon, e.getClass().getName(), Failures.wordingOf(e)), e);
        }
    }

    private void outOfTouch(Message why, Throwable cause) {
        if (!outOfTouch) {
            auditLog.log(ACTION, NodeMessage.OUT_OF_TOUCH.with(daemon, why), cause);
            outOfTouch = true;
        }
    }

    private void inTouch() {
        if (outOfTouch) {
            auditLog.log(ACTION, NodeMessage.IN_TOUCH.with(daemon));
            outOfTouch = false;
        }
    }
}
