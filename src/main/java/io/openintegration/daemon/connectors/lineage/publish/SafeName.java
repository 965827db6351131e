package io.openintegration.daemon.connectors.lineage.publish;

import io.openintegration.daemon.metadata.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Makes names of files out of names of anything: no separators, nothing that leads out of its directory, no hidden files, no longer than
 * file systems take. Two different names never become one.
 */
final class SafeName {

    /** Of file systems the least that is usual is 143 bytes, where they encrypt names. */
    static final int LONGEST = 120;

    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.";
    private static final int KEPT = 100;
    private static final int DIGEST_BYTES = 8;

    private SafeName() {}

    /** @param name not empty */
    static String of(String name) {
        StringBuilder safe = new StringBuilder();
        for (byte one : name.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (one & 0xFF);
            boolean leadingDot = character == '.' && safe.length() == 0;
            if (isPlain(character) && !leadingDot) {
                safe.append(character);
            } else {
                safe.append(String.format(Locale.ROOT, "%%%02X", (int) character));
            }
        }
        if (safe.length() <= LONGEST) {
            return safe.toString();
        }
        // a tilde is in no name that was kept whole
        return safe.substring(0, KEPT) + "~"
                + HexFormat.of().formatHex(Sha256.of(name.getBytes(StandardCharsets.UTF_8)), 0, DIGEST_BYTES);
    }

    private static boolean isPlain(char character) {
        return PLAIN.indexOf(character) >= 0;
    }
}
