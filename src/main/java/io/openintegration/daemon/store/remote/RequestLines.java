package io.openintegration.daemon.store.remote;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.metadata.Change;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** The lines of one request to a batch door: of the changes of a set, from one on, as many as a request may have (ADR 35). */
final class RequestLines {

    /** As many changes as a server takes in one batch, and in one request. */
    static final int MOST_IN_BATCH = 1_000;

    private static final int MOST_IN_REQUEST = 10_000;

    /** In bytes, as the server counts them: the lines of its changes. */
    private static final int LARGEST_BATCH = 16 << 20;

    /** It is kept until it is answered. */
    private static final int LARGEST_REQUEST = 2 * LARGEST_BATCH;

    private static final byte[] COMMIT = WireJson.bytes(ChangeWriting.named("commit", WireJson.empty()));

    private final int first;
    private final List<Integer> batches = new ArrayList<>();
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
    private int end;
    private int batchSize;

    /**
     * @param first position of the change that it begins with
     * @param begin what the request begins with
     */
    RequestLines(List<Change> changes, int first, ObjectNode begin) {
        this.first = first;
        this.end = first;
        write(WireJson.bytes(ChangeWriting.named("begin", begin)));
        while (end < changes.size() && take(WireJson.bytes(ChangeWriting.change(changes.get(end))))) {
            end++;
        }
    }

    private boolean take(byte[] change) {
        if (end - first == MOST_IN_REQUEST || (end > first && lines.size() + change.length > LARGEST_REQUEST)) {
            return false;
        }
        if (batches.isEmpty()) {
            batches.add(end);
        } else if (end - firstOf(batches.size() - 1) == MOST_IN_BATCH || batchSize + change.length > LARGEST_BATCH) {
            write(COMMIT);
            batches.add(end);
            batchSize = 0;
        }
        batchSize += change.length;
        write(change);
        return true;
    }

    private void write(byte[] line) {
        lines.writeBytes(line);
        lines.write('\n');
    }

    byte[] bytes() {
        return lines.toByteArray();
    }

    int changes() {
        return end - first;
    }

    /** Position in the set of the first change of one of the batches, from 0. */
    int firstOf(int batch) {
        return batch < 0 || batch >= batches.size() ? first : batches.get(batch);
    }
}
