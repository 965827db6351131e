package io.openintegration.daemon.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.file.NoSuchFileException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpooledContentTest {

    private final byte[] content = new byte[200_000];

    SpooledContentTest() {
        new Random(1).nextBytes(content);
    }

    @Test
    void whatIsReceivedIsSentOnAndThenGone() throws IOException {
        SpooledContent spooled = new SpooledContent();
        spooled.receive(new ByteArrayInputStream(content));
        assertThat(spooled.length()).isEqualTo(content.length);
        try (InputStream file = spooled.read()) {
            assertThat(file.readAllBytes()).isEqualTo(content);
        }
        ByteArrayOutputStream client = new ByteArrayOutputStream();
        spooled.sendTo(client);
        assertThat(client.toByteArray()).isEqualTo(content);
        assertThatThrownBy(spooled::read).isInstanceOf(NoSuchFileException.class);
        spooled.close();
    }

    @Test
    void clientThatBreaksOffSendingIsToldSo() throws IOException {
        try (SpooledContent spooled = new SpooledContent()) {
            InputStream broken = new SequenceInputStream(new ByteArrayInputStream(content), brokenOff());
            assertThatThrownBy(() -> spooled.receive(broken)).hasMessageStartingWith("REST-REQUEST-400-008");
        }
    }

    @Test
    void clientThatBreaksOffFetchingLeavesNoFile() throws IOException {
        SpooledContent spooled = new SpooledContent();
        spooled.receive(new ByteArrayInputStream(content));
        OutputStream gone = new OutputStream() {
            @Override
            public void write(int oneByte) throws IOException {
                throw new IOException("connection reset");
            }
        };
        assertThatThrownBy(() -> spooled.sendTo(gone)).isInstanceOf(IOException.class);
        assertThatThrownBy(spooled::length).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void noBodyIsAnEmptyOne() throws IOException {
        try (SpooledContent spooled = new SpooledContent()) {
            spooled.receive(null);
            assertThat(spooled.length()).isZero();
        }
    }

    private static InputStream brokenOff() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                throw new IOException("connection reset");
            }
        };
    }
}
