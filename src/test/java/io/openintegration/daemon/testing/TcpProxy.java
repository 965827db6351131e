package io.openintegration.daemon.testing;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;

/**
 * A cable between a server under test and another server, which the test can cut: then nothing arrives any more in either
 * direction, and neither side is told. Listens on loopback and a free port.
 */
public final class TcpProxy implements AutoCloseable {

    private static final int CHUNK = 8_192;

    private final InetSocketAddress target;
    private final ByteArrayOutputStream asked = new ByteArrayOutputStream();
    private final AtomicLong answered = new AtomicLong();
    private volatile long breakAt = Long.MAX_VALUE;
    private volatile ServerSocket door;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Gate> cable = new AtomicReference<>(openGate());
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "proxy");
        thread.setDaemon(true);
        return thread;
    });

    public TcpProxy(String host, int port) {
        this.target = new InetSocketAddress(host, port);
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(() -> accept(door));
    }

    /**
     * Nobody listens any more, and whoever is connected is hung up on. Returns when that has become true: a door that is closing may take one more
     * connection, to hang up on it.
     */
    public void refuse() throws IOException {
        int port = port();
        door.close();
        for (Socket socket : sockets) {
            socket.close();
        }
        Awaitility.await().untilAsserted(() -> assertThatExceptionOfType(ConnectException.class)
                .isThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close()));
    }

    /** Listens again, at the same port, where it did not. */
    public void acceptAgain() throws IOException {
        if (!door.isClosed()) {
            return;
        }
        ServerSocket next = new ServerSocket(door.getLocalPort(), 50, InetAddress.getLoopbackAddress());
        door = next;
        threads.execute(() -> accept(next));
    }

    /** Hangs up on everybody as soon as that many more bytes have come back from the other server. */
    public void breakAfter(long bytes) {
        breakAt = answered.get() + bytes;
    }

    /** Everything that was sent to the other server, byte by byte as characters. */
    public String asked() {
        synchronized (asked) {
            return asked.toString(StandardCharsets.ISO_8859_1);
        }
    }

    /** How many bytes came back from the other server. */
    public long answered() {
        return answered.get();
    }

    /** How many ends of connections are open. */
    public int open() {
        return sockets.size();
    }

    public int port() {
        return door.getLocalPort();
    }

    /** From now on nothing passes. */
    public void cut() {
        cable.set(new Gate());
    }

    /** What waited passes, and so does all that comes. */
    public void mend() {
        cable.getAndSet(openGate()).open();
    }

    @Override
    public void close() throws IOException {
        mend();
        door.close();
        for (Socket socket : sockets) {
            socket.close();
        }
        threads.shutdownNow();
    }

    private static Gate openGate() {
        Gate gate = new Gate();
        gate.open();
        return gate;
    }

    private void accept(ServerSocket at) {
        while (!at.isClosed()) {
            try {
                Socket near = at.accept();
                Socket far = new Socket();
                sockets.add(near);
                sockets.add(far);
                if (at.isClosed()) {
                    // the platform still hands out a connection that came in while the door was closing
                    hangUp(near, far);
                    return;
                }
                threads.execute(() -> connect(near, far));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void connect(Socket near, Socket far) {
        try {
            cable.get().await();
            far.connect(target);
            threads.execute(() -> pass(near, far, this::asking));
            pass(far, near, this::answering);
        } catch (IOException | InterruptedException e) {
            hangUp(near, far);
        }
    }

    private void asking(byte[] chunk, int length) {
        synchronized (asked) {
            asked.write(chunk, 0, length);
        }
    }

    private void answering(byte[] chunk, int length) throws IOException {
        if (answered.addAndGet(length) > breakAt) {
            throw new IOException("broken");
        }
    }

    private interface Meter {
        void passing(byte[] chunk, int length) throws IOException;
    }

    private void pass(Socket from, Socket to, Meter meter) {
        byte[] chunk = new byte[CHUNK];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                cable.get().await();
                meter.passing(chunk, read);
                out.write(chunk, 0, read);
            }
        } catch (IOException | InterruptedException e) {
            // whichever side hung up: the other is told below
        } finally {
            hangUp(from, to);
        }
    }

    private void hangUp(Socket one, Socket other) {
        for (Socket socket : Set.of(one, other)) {
            sockets.remove(socket);
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
