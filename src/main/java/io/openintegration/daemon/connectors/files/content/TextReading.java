package io.openintegration.daemon.connectors.files.content;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Bytes from the beginning of a file, read as text.
 *
 * @param text without a byte order mark
 * @param encoding where it is beyond doubt
 * @param whole whether this is all of the file
 */
record TextReading(String text, Optional<String> encoding, boolean whole) {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** What editors and terminals put into text: tab to carriage return, end of file, escape. */
    private static final String HARMLESS = "\b\t\n\u000B\f\r\u001A\u001B";

    /**
     * How the bytes may be read, the best way first; empty where they are no text. By their byte order mark; without one
     * as UTF-8, as far as they are that, and then, where they are not to the end, in a one-byte encoding, that knows no
     * errors: names in unknown encodings come out odd, but none gets lost.
     */
    static List<TextReading> of(byte[] bytes, boolean whole) {
        Optional<ByteOrderMark> mark = ByteOrderMark.of(bytes);
        if (mark.isPresent() && mark.get() != ByteOrderMark.UTF_8) {
            return inWideCharacters(bytes, mark.get(), whole);
        }
        if (hasZero(bytes)) {
            return WideText.charset(bytes)
                    .map(charset -> decoded(bytes, 0, charset, whole).stream()
                            .filter(TextReading::isPlain)
                            .map(TextReading::withoutEncoding)
                            .toList())
                    .orElse(List.of());
        }
        int start = mark.map(ByteOrderMark::length).orElse(0);
        List<TextReading> unicode = decoded(bytes, start, StandardCharsets.UTF_8, whole);
        return unicode.isEmpty() ? inUnknownEncoding(bytes, start, whole) : unicode;
    }

    /** Text of UTF-8 only as far as it is that, which may not be all. */
    private static List<TextReading> inUnknownEncoding(byte[] bytes, int start, boolean whole) {
        CharBuffer characters = CharBuffer.allocate(bytes.length);
        StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes, start, bytes.length - start), characters, false);
        return List.of(
                new TextReading(characters.flip().toString(), Optional.empty(), false),
                new TextReading(
                        new String(bytes, start, bytes.length - start, oneByteCharset(bytes)),
                        Optional.empty(),
                        whole));
    }

    private static List<TextReading> inWideCharacters(byte[] bytes, ByteOrderMark mark, boolean whole) {
        return decoded(bytes, mark.length(), mark.charset(), whole).stream()
                .filter(reading -> reading.text.indexOf('\0') < 0)
                .toList();
    }

    /** Empty where the bytes are something else. */
    private static List<TextReading> decoded(byte[] bytes, int start, Charset charset, boolean whole) {
        CharsetDecoder decoder = charset.newDecoder();
        CharBuffer characters = CharBuffer.allocate(bytes.length + 1);
        // Where more follows, the last character may be cut in two: that is no error then.
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes, start, bytes.length - start), characters, whole);
        if (result.isError()) {
            return List.of();
        }
        String text = characters.flip().toString();
        boolean certain = whole || start > 0 || !isAscii(text);
        return List.of(new TextReading(text, certain ? Optional.of(charset.name()) : Optional.empty(), whole));
    }

    /** ISO 8859-1 has control characters where Windows has printable ones, which text does not need. */
    private static Charset oneByteCharset(byte[] bytes) {
        for (byte one : bytes) {
            if (one <= (byte) 0x9F) {
                return WINDOWS;
            }
        }
        return StandardCharsets.ISO_8859_1;
    }

    private static boolean hasZero(byte[] bytes) {
        for (byte one : bytes) {
            if (one == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(character -> character < 0x80);
    }

    /** Whether there are no characters in it that have no place in text. */
    boolean isPlain() {
        return text.chars().noneMatch(character -> character < ' ' && HARMLESS.indexOf(character) < 0);
    }

    private TextReading withoutEncoding() {
        return new TextReading(text, Optional.empty(), whole);
    }
}
