package io.openintegration.daemon.connectors.files;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The first bytes of a file as text.
 *
 * @param text without a byte order mark
 * @param encoding where it is beyond doubt
 * @param whole whether this is all of the file
 */
record FileBeginning(String text, Optional<String> encoding, boolean whole) {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /**
     * How the bytes may be read, the best way first: as UTF-8, as far as they are that, and then, where they are not to
     * the end, in the one-byte encoding that knows no errors: names in unknown encodings come out odd, but none gets
     * lost.
     */
    static List<FileBeginning> readings(byte[] bytes, boolean whole) {
        int start = hasByteOrderMark(bytes) ? BYTE_ORDER_MARK.length : 0;
        CharBuffer characters = CharBuffer.allocate(bytes.length);
        // Where more follows, the last character may be cut in two: that is no error then.
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes, start, bytes.length - start), characters, whole);
        String text = characters.flip().toString();
        if (result.isError()) {
            return List.of(
                    new FileBeginning(text, Optional.empty(), false),
                    new FileBeginning(
                            new String(bytes, start, bytes.length - start, StandardCharsets.ISO_8859_1),
                            Optional.empty(),
                            whole));
        }
        boolean certain = whole || start > 0 || !text.chars().allMatch(character -> character < 0x80);
        return List.of(new FileBeginning(text, certain ? Optional.of("UTF-8") : Optional.empty(), whole));
    }

    /** Text of other encodings, and what is no text at all, has zero bytes in it. */
    boolean isText() {
        return text.indexOf('\0') < 0;
    }

    private static boolean hasByteOrderMark(byte[] bytes) {
        return bytes.length >= BYTE_ORDER_MARK.length
                && Arrays.equals(bytes, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
    }
}
