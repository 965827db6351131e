package io.openintegration.daemon.runtime;

import io.openintegration.daemon.metadata.ServerName;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

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
        public int close(ServerName daemon, Function<RequestId, CommandAnswer> unanswered) {
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
     * By the node that runs the daemon: the commands that nobody has taken yet, and those that this node has taken and not answered,
     * the oldest first. What another node has taken is never handed out again. Fails, and gives nothing, where another node has
     * taken over.
     */
    List<FiledCommand> take(ServerName daemon, Node node);

    /**
     * Notes what has become of a command so far; by the node that runs the daemon. An answer of which nothing is open any more
     * stays.
     */
    void answer(ServerName daemon, RequestId id, CommandAnswer answer);

    /**
     * Settles what was left by whatever carried commands out before; called before a node's duty begins, when that is gone: ends
     * what is still open of all commands that were answered, and answers those that were taken and have no answer.
     *
     * @param unanswered the answer to the latter: nobody knows whether they were carried out
     * @return how many commands that were
     */
    int close(ServerName daemon, Function<RequestId, CommandAnswer> unanswered);

    /** Those of the commands that are still known. */
    Map<RequestId, FiledCommand> find(ServerName daemon, Collection<RequestId> ids);

    /**
     * Forgets the commands that were answered and are older than that.
     *
     * @return how many were forgotten
     */
    int purge(ServerName daemon, Duration age);
}
