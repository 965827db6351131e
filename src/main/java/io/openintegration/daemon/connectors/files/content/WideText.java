package io.openintegration.daemon.connectors.files.content;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Finds out characters of two or four bytes without a byte order mark: where names and figures are Latin, their other
 * bytes are zero. Good enough for reading, not for vouching for it.
 */
final class WideText {

    /** As many bytes as are counted: a multiple of four. */
    private static final int COUNTED = 4 * 1024;

    private WideText() {}

    /** Empty where the zeros are not those of text. */
    static Optional<Charset> charset(byte[] bytes) {
        int[] zeros = new int[4];
        int groups = Math.min(bytes.length, COUNTED) / 4;
        for (int i = 0; i < groups * 4; i++) {
            zeros[i % 4] += bytes[i] == 0 ? 1 : 0;
        }
        boolean[] high = new boolean[4];
        boolean[] low = new boolean[4];
        for (int place = 0; place < 4; place++) {
            high[place] = groups > 0 && zeros[place] >= groups * 0.9;
            low[place] = zeros[place] == 0;
        }
        if (low[0] && high[1] && high[2] && high[3]) {
            return Optional.of(Charset.forName("UTF-32LE"));
        }
        if (high[0] && high[1] && high[2] && low[3]) {
            return Optional.of(Charset.forName("UTF-32BE"));
        }
        if (low[0] && high[1] && low[2] && high[3]) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return high[0] && low[1] && high[2] && low[3] ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }
}
