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

    private static final String LINES = "application/x-ndjson";

    private final OwnApi api;
    private final Supplier<String> requestIds;

    /** @param requestIds gives another one each time, ever */
    BatchDoor(OwnApi api, Supplier<String> requestIds) {
        this.api = api;
        this.requestIds = requestIds;
    }

    /**
     * Whether the server has this door: asked by a request without changes.
     *
     * @throws MetadataStoreException where it cannot be asked
     */
    boolean isThere(UserId user) {
        return api.send(
                request(user, lines(new Requester(user, Optional.empty()), List.of(), 0)),
                answer -> found(answer, user));
    }

    /** One who may not go through it is told so there, too: the door is there. */
    private boolean found(HttpWire.Answer answer, UserId user) throws WireException {
        if (answer.status() == 200) {
            return WireJson.object(answer.body()).path("batches").isArray();
        }
        Optional<MetadataStoreException> refusal =
                Problem.in(answer).map(problem -> problem.toException(api.server(), user, batch -> 0));
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
        List<Change> changes = set.changes();
        List<ChangeResult> results = new ArrayList<>(changes.size());
        while (results.size() < changes.size()) {
            results.addAll(send(requester.user(), lines(requester, changes, results.size())));
        }
        return results;
    }

    private List<ChangeResult> send(UserId user, RequestLines lines) {
        return api.send(request(user, lines), user, lines::firstOf, answer -> {
            List<ChangeResult> results = results(answer);
            if (results.size() != lines.changes()) {
                throw new ShapeException("results");
            }
            return results;
        });
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

    private Request request(UserId user, RequestLines lines) {
        return api.request(user, "change-sets", lines.bytes(), LINES);
    }

    private RequestLines lines(Requester requester, List<Change> changes, int first) {
        ObjectNode begin = WireJson.empty().put("requestId", requestIds.get());
        requester.source().ifPresent(source -> begin.put(
                        "externalSourceGUID", source.guid().value())
                .put("externalSourceName", source.name().value()));
        return new RequestLines(changes, first, begin);
    }
}
