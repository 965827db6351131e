package io.openintegration.daemon.connectors.databases;

import io.openintegration.daemon.testing.Gate;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A way to a database on which somebody lets everything pass, logging in as well, until a certain question is asked, and then
 * answers in the database's place. Listens on loopback.
 */
final class Impostor implements AutoCloseable {

    /** What is answered, until the guest hangs up. */
    interface Answer {
        void to(Guest guest, Wire.Rows rows) throws IOException;
    }

    /** Who asked. */
    final class Guest {

        private final OutputStream out;

        private Guest(OutputStream out) {
            this.out = out;
        }

        void send(byte[] bytes) throws IOException {
            out.write(bytes);
            sent.addAndGet(bytes.length);
        }
    }

    private static final int CHUNK = 65_536;

    private final int databasePort;
    private final Wire wire;
    private final HostileServer server;
    private final AtomicLong sent = new AtomicLong();
    private final Gate closing = new Gate();
    private volatile List<String> question = List.of();
    private volatile Answer answer;

    Impostor(int databasePort, Wire wire) {
        this.databasePort = databasePort;
        this.wire = wire;
        this.server = new HostileServer(this::treat);
    }

    int port() {
        return server.port();
    }

    /** How many bytes it got rid of in the database's place. */
    long sent() {
        return sent.get();
    }

    /** Answers as soon as all of these texts were said on a connection. */
    void answer(List<String> texts, Answer inPlace) {
        answer = inPlace;
        question = texts;
    }

    /** Lets everything pass again. */
    void beHonest() {
        question = List.of();
    }

    /** Waits a little, as one does who answers slowly. */
    void dawdle(Duration time) {
        closing.awaitStubbornly(time);
    }

    private void treat(Socket guest) throws IOException {
        try (Socket database = new Socket(InetAddress.getLoopbackAddress(), databasePort)) {
            AtomicBoolean asked = new AtomicBoolean();
            HostileServer.start(() -> pass(guest, database, asked));
            OutputStream out = guest.getOutputStream();
            Wire.Rows rows = wire.passUntilRows(database.getInputStream(), out, asked::get);
            answer.to(new Guest(out), rows);
            HostileServer.silent(guest);
        }
    }

    private void pass(Socket guest, Socket database, AtomicBoolean asked) {
        byte[] chunk = new byte[CHUNK];
        StringBuilder said = new StringBuilder();
        try {
            InputStream in = guest.getInputStream();
            OutputStream out = database.getOutputStream();
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                said.append(new String(chunk, 0, read, StandardCharsets.ISO_8859_1));
                List<String> texts = question;
                if (!texts.isEmpty() && texts.stream().allMatch(text -> said.indexOf(text) >= 0)) {
                    asked.set(true);
                }
                out.write(chunk, 0, read);
            }
            database.close();
        } catch (IOException hungUp) {
            return;
        }
    }

    @Override
    public void close() throws IOException {
        closing.open();
        server.close();
    }
}
