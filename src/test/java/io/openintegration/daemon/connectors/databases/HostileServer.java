package io.openintegration.daemon.connectors.databases;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** Listens on loopback, and misbehaves towards whoever connects. */
final class HostileServer implements AutoCloseable {

    /** What it does with a connection. */
    interface Manner {
        void treat(Socket guest) throws IOException;
    }

    private final ServerSocket door;
    private final Manner manner;
    private final Set<Socket> guests = ConcurrentHashMap.newKeySet();
    private final CountDownLatch visited = new CountDownLatch(1);

    HostileServer(Manner manner) {
        this.manner = manner;
        try {
            this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    /** Takes the call, and says nothing. */
    static void silent(Socket guest) throws IOException {
        while (guest.getInputStream().read() >= 0) {
            // whatever is said
        }
    }

    /** Sends the same again and again, without end. */
    static Manner endless(byte[] chunk) {
        return guest -> {
            OutputStream out = guest.getOutputStream();
            while (!guest.isClosed()) {
                out.write(chunk);
            }
        };
    }

    /** Sends something, then says nothing any more. */
    static Manner saying(byte[] answer) {
        return guest -> {
            guest.getOutputStream().write(answer);
            silent(guest);
        };
    }

    int port() {
        return door.getLocalPort();
    }

    /** Waits until somebody has connected. */
    void awaitVisit() throws InterruptedException {
        visited.await();
    }

    static void start(Runnable work) {
        Thread thread = new Thread(work, "hostile");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket guest = door.accept();
                guests.add(guest);
                visited.countDown();
                start(() -> treat(guest));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void treat(Socket guest) {
        try (guest) {
            manner.treat(guest);
        } catch (IOException hungUp) {
            // as it should be
            guests.remove(guest);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket guest : guests) {
            guest.close();
        }
    }
}
