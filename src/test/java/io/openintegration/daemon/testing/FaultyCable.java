package io.openintegration.daemon.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A cable between a client under test and a server on loopback that has one fault at a time: from a given byte of the answers, or of the
 * requests, on, counted from when the fault was set, or for new connections. It stays at its port, and whole again it is as if nothing had been.
 */
public final class FaultyCable implements AutoCloseable {

    /** What is wrong with it. */
    public enum Kind {
        /** Nobody listens any more, and whoever is connected is hung up on. */
        REFUSE,
        /** From that byte on nothing comes any more, and nobody is told. */
        STALL,
        /** At that byte the connection breaks. */
        CUT,
        /** At that byte of the requests, instead, the connection breaks: what is sent comes half. */
        CUT_REQUEST,
        /** That byte and all that follow come later. */
        DELAY,
        /** That byte, and the few after it, are zero. */
        CORRUPT
    }

    /** @param afterBytes of the answers, or, where requests are spoilt, of those */
    public record Fault(Kind kind, long afterBytes) {}

    private static final int CHUNK = 8_192;
    private static final int SPOILT = 8;
    private static final int LOWEST_PORT = 21_300;
    private static final int PORTS = 500;
    private static final long DELAY_NANOS = 10_000_000;

    private final int target;
    private volatile ServerSocket door;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "faulty cable");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicLong asked = new AtomicLong();
    private final AtomicLong answered = new AtomicLong();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile Optional<Fault> fault = Optional.empty();
    private volatile boolean hit;

    public FaultyCable(int target) {
        this.target = target;
        door = anyDoor();
        threads.execute(() -> accept(door));
    }

    /** At a port that no system gives to those who connect: nobody takes it while nobody listens there. */
    private static ServerSocket anyDoor() {
        for (int port = LOWEST_PORT; port < LOWEST_PORT + PORTS; port++) {
            try {
                return new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
            } catch (IOException taken) {
                // the next one then
            }
        }
        throw new IllegalStateException("no port is free from " + LOWEST_PORT + " on");
    }

    public int port() {
        return door.getLocalPort();
    }

    public void spoil(Fault next) throws IOException {
        asked.set(0);
        answered.set(0);
        hit = next.kind() == Kind.REFUSE;
        fault = Optional.of(next);
        if (hit) {
            door.close();
            sockets.forEach(FaultyCable::close);
        }
    }

    /** Whether the fault has met anybody since it was set. */
    public boolean hasHit() {
        return hit;
    }

    /** How many were made by way of it. */
    public int connections() {
        return connections.get();
    }

    /** What stalled is hung up on: it would never come. */
    public void mend() throws IOException {
        boolean stalled = fault.filter(was -> was.kind() == Kind.STALL).isPresent();
        fault = Optional.empty();
        if (stalled) {
            sockets.forEach(FaultyCable::close);
        }
        if (door.isClosed()) {
            ServerSocket again = sameDoor();
            door = again;
            threads.execute(() -> accept(again));
        }
    }

    /** The one that was closed is there until the thread that waited at it has noticed. */
    private ServerSocket sameDoor() throws IOException {
        for (int attempt = 0; ; attempt++) {
            try {
                return new ServerSocket(door.getLocalPort(), 50, InetAddress.getLoopbackAddress());
            } catch (BindException stillThere) {
                if (attempt == 5_000) {
                    throw stillThere;
                }
                LockSupport.parkNanos(1_000_000);
            }
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        sockets.forEach(FaultyCable::close);
        threads.shutdownNow();
    }

    private void accept(ServerSocket at) {
        while (!at.isClosed()) {
            try {
                Socket near = at.accept();
                if (at.isClosed()) {
                    // the platform still hands out a connection that came in while the door was closing
                    close(near);
                    return;
                }
                connections.incrementAndGet();
                threads.execute(() -> connect(near));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket near) {
        Socket far = new Socket();
        sockets.add(near);
        sockets.add(far);
        try {
            near.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
            far.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
            threads.execute(() -> pass(near, far, false));
            pass(far, near, true);
        } catch (IOException e) {
            hangUp(near, far);
        }
    }

    private void pass(Socket from, Socket to, boolean answers) {
        byte[] chunk = new byte[CHUNK];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                int passing = answers ? spoilt(chunk, read, out) : cut(read);
                out.write(chunk, 0, passing);
                if (passing < read) {
                    return;
                }
            }
        } catch (IOException closed) {
            // whichever side hung up: the other is told below
        } finally {
            hangUp(from, to);
        }
    }

    /** @return how many bytes of a request pass; fewer than there are end the connection */
    private int cut(int read) {
        Optional<Fault> now = fault.filter(set -> set.kind() == Kind.CUT_REQUEST);
        long before = asked.getAndAdd(read);
        if (now.isEmpty() || before + read <= now.get().afterBytes()) {
            return read;
        }
        hit = true;
        return (int) Math.max(0, now.get().afterBytes() - before);
    }

    /** @return how many bytes of the chunk pass; fewer than there are end the connection */
    private int spoilt(byte[] chunk, int read, OutputStream out) throws IOException {
        Optional<Fault> now = fault;
        long before = answered.getAndAdd(read);
        if (now.isEmpty()
                || now.get().kind() == Kind.REFUSE
                || now.get().kind() == Kind.CUT_REQUEST
                || before + read <= now.get().afterBytes()) {
            return read;
        }
        int at = (int) Math.max(0, now.get().afterBytes() - before);
        boolean first = before <= now.get().afterBytes();
        hit = true;
        switch (now.get().kind()) {
            case CUT -> {
                return at;
            }
            case STALL -> {
                out.write(chunk, 0, at);
                while (fault.equals(now) && !door.isClosed()) {
                    LockSupport.parkNanos(1_000_000);
                }
                return 0;
            }
            case DELAY -> LockSupport.parkNanos(DELAY_NANOS);
            default -> {
                if (first) {
                    Arrays.fill(chunk, at, Math.min(read, at + SPOILT), (byte) 0);
                }
            }
        }
        return read;
    }

    private void hangUp(Socket one, Socket other) {
        close(one);
        close(other);
        sockets.remove(one);
        sockets.remove(other);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
