package io.openintegration.daemon.runtime;

import io.openintegration.daemon.metadata.ServerName;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Port: where nodes that do not run a daemon leave what operators ask of it, and the node that does takes and answers it. Safe
 * from any thread. Where it cannot be reached, all methods throw a {@link io.openintegration.daemon.message.DaemonException}; may
 * wait for it, though not for long.
 */
public interface CommandDesk {

    /** Of a daemon that no other node can run. */
    CommandDesk SOLE = new CommandDesk() {
        @Override
        public void place(ServerName daemon, Command command) {
            // nobody takes it
        }

        @Override
        public boolean withdraw(ServerName daemon, RequestId id) {
            return true;
        }

        @Override
        public List<FiledCommand> take(ServerName daemon, Node node) {
            return List.of();
        }

        @Override
        public void answer(ServerName daemon, RequestId id, CommandAnswer answer) {
            // nobody waits for it
        }

        @Override
        public int close(ServerName daemon) {
            return 0;
        }

        @Override
        public Map<RequestId, FiledCommand> find(ServerName daemon, Collection<RequestId> ids) {
            return Map.of();
        }

        @Override
        public int purge(ServerName daemon, Duration age) {
            return 0;
        }
    };

    void place(ServerName daemon, Command command);

    /**
     * Takes a command back.
     *
     * @return false where it was taken, or is not there; it may be carried out then
     */
    boolean withdraw(ServerName daemon, RequestId id);

    /**
     * By the node that runs the daemon: all commands that have no answer, the oldest first, also those that it was given before.
     * Fails, and gives nothing, where another node has taken over.
     */
    List<FiledCommand> take(ServerName daemon, Node node);

    /** Notes what has become of a command so far; by the node that runs the daemon. */
    void answer(ServerName daemon, RequestId id, CommandAnswer answer);

    /**
     * Ends what is still open of all commands that were answered; called before a node's duty begins, when whatever carried them
     * out is gone.
     *
     * @return how many commands that were
     */
    int close(ServerName daemon);

    /** Those of the commands that are still known. */
    Map<RequestId, FiledCommand> find(ServerName daemon, Collection<RequestId> ids);

    /**
     * Forgets the commands that were answered and are older than that.
     *
     * @return how many were forgotten
     */
    int purge(ServerName daemon, Duration age);
}
