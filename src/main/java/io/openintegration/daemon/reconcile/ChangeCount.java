package io.openintegration.daemon.reconcile;

import java.util.Base64;
import java.util.Collection;

/**
 * How many changes there are, and which, whatever their order.
 *
 * @param written how many of them are written, rather than only told of
 * @param digest of all that are written
 */
public record ChangeCount(long all, long written, String digest) {

    public static final ChangeCount NONE = new ChangeCount(0, 0, "");

    private static final int BYTES = 16;

    ChangeCount with(Collection<NumberedChange> changes) {
        return counted(changes, 1);
    }

    ChangeCount without(Collection<NumberedChange> changes) {
        return counted(changes, -1);
    }

    private ChangeCount counted(Collection<NumberedChange> changes, int sign) {
        byte[] sum = digest.isEmpty() ? new byte[BYTES] : Base64.getUrlDecoder().decode(digest);
        long more = 0;
        for (NumberedChange numbered : changes) {
            if (numbered.change().action().isWritten()) {
                more++;
                byte[] one = Base64.getUrlDecoder().decode(numbered.change().digest());
                for (int i = 0; i < BYTES; i++) {
                    sum[i] ^= one[i];
                }
            }
        }
        return new ChangeCount(
                all + (long) sign * changes.size(),
                written + sign * more,
                Base64.getUrlEncoder().withoutPadding().encodeToString(sum));
    }

    /** Whether the same is written. */
    public boolean writesTheSameAs(ChangeCount other) {
        return written == other.written && (written == 0 || digest.equals(other.digest));
    }
}
