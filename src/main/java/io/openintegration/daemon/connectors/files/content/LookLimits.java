package io.openintegration.daemon.connectors.files.content;

import java.time.Duration;

/**
 * How much is looked at in a file at most.
 *
 * @param bytes from one place of it (its beginning, or its footer)
 * @param rows of which the types of columns are learnt
 * @param columns with the fields nested in them; where a file has more, it is catalogued without any
 * @param nesting levels of fields, the columns being the first; what is below is left out
 * @param time for one file
 * @param fileSize in bytes; larger files are not opened
 */
public record LookLimits(int bytes, int rows, int columns, int nesting, Duration time, long fileSize) {

    public static final LookLimits DEFAULT =
            new LookLimits(1024 * 1024, 1_000, 10_000, 16, Duration.ofSeconds(10), Long.MAX_VALUE);

    /** Differs where files may come out otherwise; empty for the usual limits. */
    public String stamp() {
        return equals(DEFAULT) ? "" : "/" + bytes + "," + rows + "," + columns + "," + nesting + "," + fileSize;
    }
}
