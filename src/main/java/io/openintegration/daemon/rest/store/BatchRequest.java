package io.openintegration.daemon.rest.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.message.DaemonException;
import io.openintegration.daemon.metadata.BatchId;
import io.openintegration.daemon.metadata.BatchOutcome;
import io.openintegration.daemon.metadata.BatchStore;
import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.ChangeSet;
import io.openintegration.daemon.metadata.MetadataStoreException;
import io.openintegration.daemon.metadata.Refusals;
import io.openintegration.daemon.metadata.Requester;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** One request of the batch door. Used by one thread, once. */
final class BatchRequest {

    static final int MOST_IN_BATCH = 1_000;
    static final int MOST_IN_REQUEST = 10_000;
    static final int LARGEST_BATCH = 16 << 20;

    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._:-]{1,100}");

    private final BatchStore store;
    private final LineReader lines;
    private final Function<String, JsonNode> json;
    private final ObjectNode answer = JsonNodeFactory.instance.objectNode();
    private final MessageDigest digest = sha256();

    private Requester requester;
    private String requestId = "";
    private List<Change> batch = new ArrayList<>();
    private int batchSize;
    private int batches;
    private int changes;
    private boolean reading;

    BatchRequest(BatchStore store, Requester requester, LineReader lines, Function<String, JsonNode> json) {
        this.store = store;
        this.requester = requester;
        this.lines = lines;
        this.json = json;
    }

    ObjectNode carryOut() {
        answer.putArray("batches");
        try {
            begin();
            Optional<String> line = next();
            while (line.isPresent()) {
                take(line.get());
                line = next();
            }
            commit();
            return answer;
        } catch (MetadataStoreException refused) {
            throw new BatchRefusedException(
                    refused, answer, batches, reading && !requestId.isEmpty() ? batch.size() : -1, lines.number());
        }
    }

    private void begin() {
        String line = next().orElseThrow(() -> Refusals.missingValue(ChangeReader.OPERATION, "begin"));
        Map.Entry<String, JsonNode> begin = command(line);
        if (!begin.getKey().equals("begin")) {
            throw Refusals.missingValue(ChangeReader.OPERATION, "begin");
        }
        StoreRequestBody body = ChangeReader.only(
                StoreRequestBody.of(begin.getValue(), ChangeReader.OPERATION),
                "requestId",
                "externalSourceGUID",
                "externalSourceName");
        String id = body.requiredName("requestId");
        if (!REQUEST_ID.matcher(id).matches()) {
            throw Refusals.wrongKind(
                    ChangeReader.OPERATION, "requestId", "1 to 100 letters, digits, dots, colons, dashes, underscores");
        }
        requester = body.source().map(requester::withSource).orElse(requester);
        requestId = id;
        answer.put("requestId", id);
        digest(bytes(requester.user().value()));
        digest(bytes(line));
    }

    private void take(String line) {
        Map.Entry<String, JsonNode> command = command(line);
        if (command.getKey().equals("commit")) {
            ChangeReader.only(StoreRequestBody.of(command.getValue(), ChangeReader.OPERATION));
            commit();
            return;
        }
        if (batch.size() == MOST_IN_BATCH) {
            throw Refusals.tooManyChanges("The batch", MOST_IN_BATCH);
        }
        if (changes == MOST_IN_REQUEST) {
            throw Refusals.tooManyChanges("The request", MOST_IN_REQUEST);
        }
        byte[] bytes = bytes(line);
        batchSize += bytes.length;
        if (batchSize > LARGEST_BATCH) {
            throw Refusals.batchTooLarge(lines.number(), LARGEST_BATCH);
        }
        batch.add(ChangeReader.read(command.getKey(), command.getValue()));
        changes++;
        digest(bytes);
    }

    private void commit() {
        reading = false;
        if (batch.isEmpty()) {
            return;
        }
        // A copy, for each batch's digest is that of all that came before it, too.
        BatchId id = new BatchId(
                requestId, batches, HexFormat.of().formatHex(copy(digest).digest()));
        write(store.applyOnce(requester, id, new ChangeSet(batch)));
        batches++;
        batch = new ArrayList<>();
        batchSize = 0;
    }

    private void write(BatchOutcome outcome) {
        ObjectNode json = answer.withArray("batches").addObject().put("repeated", outcome.repeated());
        var results = json.putArray("results");
        outcome.results().forEach(result -> results.addObject()
                .put("guid", result.guid().value())
                .put("version", result.version())
                .put("changed", result.changed()));
    }

    private Optional<String> next() {
        reading = true;
        return lines.next();
    }

    /** The one field of a line. */
    private Map.Entry<String, JsonNode> command(String line) {
        JsonNode read;
        try {
            read = json.apply(line);
        } catch (DaemonException noJson) {
            throw Refusals.badLine(lines.number(), "JSON");
        }
        if (read == null || !read.isObject() || read.size() != 1) {
            throw Refusals.badLine(lines.number(), "an object with one field, which says what it is");
        }
        return read.properties().iterator().next();
    }

    private static byte[] bytes(String line) {
        return line.getBytes(StandardCharsets.UTF_8);
    }

    private void digest(byte[] line) {
        digest.update(line);
        digest.update((byte) '\n');
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("SHA-256 of the platform can be copied", impossible);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
