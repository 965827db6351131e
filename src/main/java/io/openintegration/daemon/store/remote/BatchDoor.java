package io.openintegration.daemon.store.remote;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.ChangeResult;
import io.openintegration.daemon.metadata.ChangeSet;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.MetadataStoreException;
import io.openintegration.daemon.metadata.MetadataStoreException.Kind;
import io.openintegration.daemon.metadata.Requester;
import io.openintegration.daemon.metadata.UserId;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The way of change sets into a server of this product (ADR 35): one request for each, sent again under the same id where its answer was
 * lost, and carried out once. A set of more changes than a batch may have is several batches, in that one request: each is whole, the set is
 * not.
 */
final class BatchDoor {

    /** As many changes as a server takes in one batch, and in one request. */
    static final int MOST_IN_BATCH = 1_000;

    private static final int MOST_IN_REQUEST = 10_000;
    private static final String LINES = "application/x-ndjson";
    private static final byte[] COMMIT = WireJson.bytes(ChangeWriting.named("commit", WireJson.empty()));

    private final Channel channel;
    private final Supplier<String> requestIds;

    /** @param requestIds gives another one each time, ever */
    BatchDoor(Channel channel, Supplier<String> requestIds) {
        this.channel = channel;
        this.requestIds = requestIds;
    }

    /**
     * Whether the server has this door: asked by a request without changes.
     *
     * @throws MetadataStoreException where it cannot be asked
     */
    boolean isThere(UserId user) {
        return channel.send(
                request(new Requester(user, Optional.empty()), List.of()),
                answer -> found(answer, user),
                there -> there);
    }

    /** One who may not go through it is told so there, too: the door is there. */
    private boolean found(HttpWire.Answer answer, UserId user) throws WireException {
        if (answer.status() == 200) {
            return WireJson.object(answer.body()).path("batches").isArray();
        }
        Optional<MetadataStoreException> refusal =
                Problem.in(answer).map(problem -> problem.toException(channel.server(), user, 0, MOST_IN_BATCH));
        if (refusal.filter(refused -> refused.kind() == Kind.UNAVAILABLE).isPresent()) {
            throw refusal.get();
        } else if (refusal.isEmpty() && (answer.status() == 429 || answer.status() >= 500)) {
            throw Channel.status(answer.status());
        }
        return refusal.isPresent();
    }

    /**
     * Carries out the changes.
     *
     * @throws io.openintegration.daemon.metadata.ChangeRejectedException naming the change; nothing of its batch was done
     * @throws MetadataStoreException where there is no usable answer, or nothing is let through
     */
    List<ChangeResult> carryOut(Requester requester, ChangeSet set) {
        List<ChangeResult> results = new ArrayList<>(set.changes().size());
        for (int from = 0; from < set.changes().size(); from += MOST_IN_REQUEST) {
            int to = Math.min(set.changes().size(), from + MOST_IN_REQUEST);
            results.addAll(send(requester, set.changes().subList(from, to), from));
        }
        return results;
    }

    private List<ChangeResult> send(Requester requester, List<Change> changes, int first) {
        return channel.send(request(requester, changes), answer -> judged(answer, requester.user(), first), answer -> {
            List<ChangeResult> results = results(answer);
            if (results.size() != changes.size()) {
                throw new ShapeException("results");
            }
            return results;
        });
    }

    private ObjectNode judged(HttpWire.Answer answer, UserId user, int first) throws WireException {
        if (answer.status() == 200) {
            return WireJson.object(answer.body());
        }
        Optional<Problem> problem = Problem.in(answer);
        if (problem.isPresent()) {
            throw problem.get().toException(channel.server(), user, first, MOST_IN_BATCH);
        } else if (answer.status() == 404) {
            throw new WireException(Trouble.NO_SUCH_OPERATION, "404", null);
        }
        throw Channel.status(answer.status());
    }

    private static List<ChangeResult> results(ObjectNode answer) throws ShapeException {
        List<ChangeResult> results = new ArrayList<>();
        for (Fields batch : Fields.of(answer, "answer").objects("batches")) {
            for (Fields result : batch.objects("results")) {
                results.add(new ChangeResult(
                        new Guid(result.text("guid")), result.number("version"), result.flag("changed")));
            }
        }
        return results;
    }

    private Request request(Requester requester, List<Change> changes) {
        String path = "/api/v1/servers/" + Segment.of(channel.server().value())
                + "/open-metadata-store/change-sets?delegatingUserId="
                + Segment.of(requester.user().value());
        byte[] lines = lines(requester, changes);
        return new Request(path, Optional.of(BodyPublishers.ofByteArray(lines)), LINES, Call.Repeat.HARMLESS);
    }

    private byte[] lines(Requester requester, List<Change> changes) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        ObjectNode begin = WireJson.empty().put("requestId", requestIds.get());
        requester.source().ifPresent(source -> begin.put(
                        "externalSourceGUID", source.guid().value())
                .put("externalSourceName", source.name().value()));
        write(lines, WireJson.bytes(ChangeWriting.named("begin", begin)));
        for (int i = 0; i < changes.size(); i++) {
            if (i > 0 && i % MOST_IN_BATCH == 0) {
                write(lines, COMMIT);
            }
            write(lines, WireJson.bytes(ChangeWriting.change(changes.get(i))));
        }
        return lines.toByteArray();
    }

    private static void write(ByteArrayOutputStream lines, byte[] line) {
        lines.writeBytes(line);
        lines.write('\n');
    }
}
