package io.openintegration.daemon.rest.store;

import io.openintegration.daemon.metadata.Refusals;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads lines of UTF-8, one at a time, none of them longer than a limit. Used by one thread. */
final class LineReader {

    private static final int LONGEST = 1 << 20;

    private final InputStream body;
    private long number;

    LineReader(InputStream body) {
        this.body = new BufferedInputStream(body);
    }

    /** Of the line that was read last, from 1; 0 where none was. */
    long number() {
        return number;
    }

    /**
     * The next line that is not blank; empty at the end.
     *
     * @throws io.openintegration.daemon.metadata.MetadataStoreException {@code OPEN-METADATA-STORE-400-006} where it
     *     cannot be read, {@code -413-001} where it is too long
     */
    Optional<String> next() {
        try {
            Optional<String> line = line();
            while (line.isPresent() && line.get().isBlank()) {
                line = line();
            }
            return line;
        } catch (CharacterCodingException e) {
            throw Refusals.badLine(number, "UTF-8");
        } catch (IOException e) {
            throw Refusals.badLine(number, "complete: the body broke off");
        }
    }

    private Optional<String> line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        number++;
        int next = body.read();
        if (next < 0) {
            return Optional.empty();
        }
        while (next >= 0 && next != '\n') {
            if (line.size() == LONGEST) {
                throw Refusals.lineTooLong(number, LONGEST);
            }
            line.write(next);
            next = body.read();
        }
        return Optional.of(StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(line.toByteArray()))
                .toString());
    }
}
