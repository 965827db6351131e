package io.openintegration.daemon.store.embedded;

import io.openintegration.daemon.metadata.Refusals;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

/** Reads the lines of an export, one at a time, and keeps the digest of those before the last one. Used by one thread. */
final class DigestedLines {

    /** Two texts of the longest size, each character three bytes, and room for what is around them. */
    private static final int LONGEST = 8 << 20;

    /** What is no export at all is not read for long. */
    private static final int LONGEST_FIRST = 1 << 20;

    private static final int READ_AT_ONCE = 1 << 16;

    private final InputStream in;
    private final MessageDigest digest = LineDigest.begin();
    private final byte[] buffer = new byte[READ_AT_ONCE];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int position;
    private int filled;
    private long number;

    DigestedLines(InputStream in) {
        this.in = in;
    }

    /** Of the line that was read last, from 1; 0 where none was. */
    long number() {
        return number;
    }

    /**
     * The next line; empty at the end.
     *
     * @throws io.openintegration.daemon.metadata.MetadataStoreException where it is too long, not UTF-8, or has no end
     */
    Optional<String> next() throws IOException {
        digest.update(line.toByteArray());
        line.reset();
        boolean ended = false;
        while (!ended && fill()) {
            int end = position;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            ended = end < filled;
            int taken = ended ? end + 1 : end;
            line.write(buffer, position, taken - position);
            position = taken;
            int longest = number == 0 ? LONGEST_FIRST : LONGEST;
            if (line.size() > longest) {
                throw Refusals.exportLineTooLong(number + 1, longest);
            }
        }
        if (line.size() == 0) {
            return Optional.empty();
        }
        number++;
        if (!ended) {
            throw Refusals.exportNotWhole("line " + number + " breaks off");
        }
        return Optional.of(text());
    }

    /** Of all lines but the one that was read last. */
    String digestOfThoseBefore() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private boolean fill() throws IOException {
        if (position == filled) {
            position = 0;
            filled = Math.max(0, in.read(buffer));
        }
        return position < filled;
    }

    private String text() {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line.toByteArray()))
                    .toString();
        } catch (CharacterCodingException notText) {
            throw Refusals.badExportLine(number, "it is not UTF-8");
        }
    }
}
