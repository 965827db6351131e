package io.openintegration.daemon.connectors.files.content;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** What text may begin with to tell its encoding. The longer marks come first: one begins like another. */
enum ByteOrderMark {
    UTF_32LE("FFFE0000", Charset.forName("UTF-32LE")),
    UTF_32BE("0000FEFF", Charset.forName("UTF-32BE")),
    UTF_8("EFBBBF", StandardCharsets.UTF_8),
    UTF_16LE("FFFE", StandardCharsets.UTF_16LE),
    UTF_16BE("FEFF", StandardCharsets.UTF_16BE);

    private final byte[] mark;
    private final Charset charset;

    ByteOrderMark(String mark, Charset charset) {
        this.mark = HexFormat.of().parseHex(mark);
        this.charset = charset;
    }

    static Optional<ByteOrderMark> of(byte[] bytes) {
        return Arrays.stream(values()).filter(mark -> mark.isIn(bytes)).findFirst();
    }

    Charset charset() {
        return charset;
    }

    int length() {
        return mark.length;
    }

    private boolean isIn(byte[] bytes) {
        return bytes.length >= mark.length && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
    }
}
