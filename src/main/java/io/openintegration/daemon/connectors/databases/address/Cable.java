package io.openintegration.daemon.connectors.databases.address;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What leads to a database: the sockets that its driver makes while it logs in. No driver can be relied on to stop at once where it is
 * told to (MariaDB's waits for what it reads), nor to know how much it has taken in (PostgreSQL's does not count empty cells): so it is
 * given sockets that anybody may close, and that take in so much and no more.
 */
public final class Cable {

    private static final ThreadLocal<Cable> AT_HAND = new ThreadLocal<>();

    private final long most;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicLong taken = new AtomicLong();
    private volatile boolean cut;

    /** @param most bytes that it takes in until it is {@linkplain #renew renewed} */
    public Cable(long most) {
        this.most = most;
    }

    /** Has the sockets be of this cable that {@link CableSockets} makes for the calling thread in the meantime. */
    public <T> T during(Callable<T> work) throws Exception {
        AT_HAND.set(this);
        try {
            return work.call();
        } finally {
            AT_HAND.remove();
        }
    }

    /** Begins to count anew. */
    public void renew() {
        taken.set(0);
    }

    /** Whether more came than it takes in. */
    public boolean isFlooded() {
        return taken.get() > most;
    }

    /**
     * Closes it, by any thread, whatever goes on.
     *
     * @return whether there was anything to close: not every driver takes its sockets from here
     */
    public boolean cut() {
        cut = true;
        for (Socket socket : sockets) {
            closed(socket);
        }
        return !sockets.isEmpty();
    }

    /** For the login that the calling thread is at; an ordinary one where it is at none. */
    static Socket socket() {
        Cable cable = AT_HAND.get();
        return cable == null ? new Socket() : cable.newSocket();
    }

    private Socket newSocket() {
        Socket socket = new Counted();
        sockets.add(socket);
        if (cut) {
            closed(socket);
        }
        return socket;
    }

    private static void closed(Socket socket) {
        try {
            socket.close();
        } catch (IOException broken) {
            // which is as good
            return;
        }
    }

    private void take(int bytes) throws IOException {
        if (bytes > 0 && taken.addAndGet(bytes) > most) {
            throw new IOException("more than " + most + " bytes at once");
        }
    }

    private final class Counted extends Socket {

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {

                @Override
                public int read() throws IOException {
                    int read = super.read();
                    take(1);
                    return read;
                }

                @Override
                public int read(byte[] bytes, int offset, int length) throws IOException {
                    int read = super.read(bytes, offset, length);
                    take(read);
                    return read;
                }
            };
        }
    }
}
