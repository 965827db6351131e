package io.openintegration.daemon.connectors.databases;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;

/** What one kind of database sends. */
interface Wire {

    /**
     * Lets messages pass until the rows of a result would come that was asked for by a certain question.
     *
     * @param asked whether the question was
     * @return rows in the place of those
     */
    Rows passUntilRows(InputStream database, OutputStream guest, BooleanSupplier asked) throws IOException;

    /** Makes rows of one result. */
    interface Rows {

        int columns();

        /** A row each of whose cells is that text. */
        byte[] row(String cell);

        /** The beginning of a row with a cell of so many bytes. */
        byte[] announcement(int bytes);
    }

    /** The next so many bytes; fails at the end. */
    static byte[] read(InputStream from, int bytes) throws IOException {
        byte[] read = from.readNBytes(bytes);
        if (read.length < bytes) {
            throw new IOException("hung up");
        }
        return read;
    }

    static int number(byte[] bytes, int from, int length, boolean littleEndian) {
        int number = 0;
        for (int i = 0; i < length; i++) {
            number = (number << 8) | (bytes[from + (littleEndian ? length - 1 - i : i)] & 0xff);
        }
        return number;
    }

    /** PostgreSQL's: a letter, the length, the body. Without encryption, which is asked for by a message of its own. */
    Wire POSTGRESQL = (database, guest, asked) -> {
        while (true) {
            byte[] head = read(database, 5);
            byte[] body = read(database, number(head, 1, 4, false) - 4);
            guest.write(head);
            guest.write(body);
            if (head[0] == 'T' && asked.getAsBoolean()) {
                return new PostgresRows(number(body, 0, 2, false));
            }
        }
    };

    /** MariaDB's: the length, a number that counts, the body; a result is the number of columns, these, and the rows. */
    Wire MARIADB = (database, guest, asked) -> {
        while (true) {
            byte[] head = read(database, 4);
            byte[] body = read(database, number(head, 0, 3, true));
            boolean result = asked.getAsBoolean();
            guest.write(head);
            guest.write(body);
            if (result) {
                int columns = body[0];
                for (int column = 0; column < columns; column++) {
                    head = read(database, 4);
                    guest.write(head);
                    guest.write(read(database, number(head, 0, 3, true)));
                }
                return new MariaDbRows(columns, head[3]);
            }
        }
    };

    /** In PostgreSQL's form. */
    record PostgresRows(int columns) implements Rows {

        @Override
        public byte[] row(String cell) {
            byte[] text = cell.getBytes(StandardCharsets.UTF_8);
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            body.write(columns >> 8);
            body.write(columns);
            for (int column = 0; column < columns; column++) {
                body.writeBytes(four(text.length));
                body.writeBytes(text);
            }
            return message(body.toByteArray(), body.size());
        }

        @Override
        public byte[] announcement(int bytes) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            body.write(columns >> 8);
            body.write(columns);
            body.writeBytes(four(bytes));
            return message(body.toByteArray(), 2 + 4 * columns + bytes);
        }

        private static byte[] message(byte[] body, int length) {
            ByteArrayOutputStream message = new ByteArrayOutputStream();
            message.write('D');
            message.writeBytes(four(4 + length));
            message.writeBytes(body);
            return message.toByteArray();
        }

        private static byte[] four(int number) {
            return new byte[] {(byte) (number >> 24), (byte) (number >> 16), (byte) (number >> 8), (byte) number};
        }
    }

    /** In MariaDB's form. */
    final class MariaDbRows implements Rows {

        private static final int LONGEST = 0xffffff;

        private final int columns;
        private int sequence;

        MariaDbRows(int columns, int sequence) {
            this.columns = columns;
            this.sequence = sequence;
        }

        @Override
        public int columns() {
            return columns;
        }

        @Override
        public byte[] row(String cell) {
            byte[] text = cell.getBytes(StandardCharsets.UTF_8);
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            for (int column = 0; column < columns; column++) {
                body.write(0xfd);
                body.writeBytes(three(text.length));
                body.writeBytes(text);
            }
            return packets(body.toByteArray());
        }

        /** Longer than a packet may be: so it goes on in a next one, and on. */
        @Override
        public byte[] announcement(int bytes) {
            ByteArrayOutputStream begin = new ByteArrayOutputStream();
            begin.write(0xfe);
            begin.writeBytes(three(bytes));
            begin.writeBytes(new byte[] {(byte) (bytes >> 24), 0, 0, 0, 0});
            ByteArrayOutputStream packet = new ByteArrayOutputStream();
            packet.writeBytes(head(LONGEST));
            packet.writeBytes(begin.toByteArray());
            packet.writeBytes(new byte[LONGEST - begin.size()]);
            packet.writeBytes(head(LONGEST));
            return packet.toByteArray();
        }

        private byte[] packets(byte[] body) {
            ByteArrayOutputStream packets = new ByteArrayOutputStream();
            int from = 0;
            int length;
            do {
                length = Math.min(LONGEST, body.length - from);
                packets.writeBytes(head(length));
                packets.write(body, from, length);
                from += length;
            } while (length == LONGEST);
            return packets.toByteArray();
        }

        private byte[] head(int length) {
            sequence++;
            byte[] head = new byte[4];
            System.arraycopy(three(length), 0, head, 0, 3);
            head[3] = (byte) sequence;
            return head;
        }

        private static byte[] three(int number) {
            return new byte[] {(byte) number, (byte) (number >> 8), (byte) (number >> 16)};
        }
    }
}
