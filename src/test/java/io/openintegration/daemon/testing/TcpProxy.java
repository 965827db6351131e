package io.openintegration.daemon.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A cable between a server under test and another server, which the test can cut: then nothing arrives any more in either
 * direction, and neither side is told. Listens on loopback and a free port.
 */
public final class TcpProxy implements AutoCloseable {

    private static final int CHUNK = 8_192;

    private final InetSocketAddress target;
    private final ServerSocket door;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Gate> cable = new AtomicReference<>(open());
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
        threads.execute(this::accept);
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
        cable.getAndSet(open()).open();
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

    private static Gate open() {
        Gate gate = new Gate();
        gate.open();
        return gate;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket near = door.accept();
                Socket far = new Socket();
                sockets.add(near);
                sockets.add(far);
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
            threads.execute(() -> pass(near, far));
            pass(far, near);
        } catch (IOException | InterruptedException e) {
            hangUp(near, far);
        }
    }

    private void pass(Socket from, Socket to) {
        byte[] chunk = new byte[CHUNK];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                cable.get().await();
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
