package io.openintegration.daemon.store.remote;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.metadata.MetadataStoreException;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.UserId;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/**
 * Requests to this product's own API for one metadata server (ADR 35, ADR 46). All of them may be sent again where it is not known what became of
 * them. Safe from any thread.
 */
final class OwnApi {

    private final Channel channel;

    OwnApi(Channel channel) {
        this.channel = channel;
    }

    /**
     * Asks something.
     *
     * @throws MetadataStoreException where there is no usable answer, or nothing is let through
     */
    <T> T ask(UserId user, String operation, ObjectNode body, Channel.Reading<ObjectNode, T> reading) {
        Request request = request(user, operation, WireJson.bytes(body), "application/json");
        return send(request, user, noBatch -> 0, reading);
    }

    /** @param user in whose name it is made */
    Request request(UserId user, String operation, byte[] body, String contentType) {
        String path = "/api/v1/servers/" + Segment.of(server().value()) + "/open-metadata-store/" + operation
                + "?delegatingUserId=" + Segment.of(user.value());
        return new Request(path, Optional.of(BodyPublishers.ofByteArray(body)), contentType, Call.Repeat.HARMLESS);
    }

    /**
     * The same for a request that was made before.
     *
     * @param firstOf the position in its set of a batch's first change
     */
    <T> T send(Request request, UserId user, IntUnaryOperator firstOf, Channel.Reading<ObjectNode, T> reading) {
        return channel.send(request, answer -> judged(answer, user, firstOf), reading);
    }

    /** Whatever the answer is, it is for the judging to say. */
    <J> J send(Request request, Channel.Judging<J> judging) {
        return channel.send(request, judging, judged -> judged);
    }

    private ObjectNode judged(HttpWire.Answer answer, UserId user, IntUnaryOperator firstOf) throws WireException {
        if (answer.status() == 200) {
            return WireJson.object(answer.body());
        }
        Optional<Problem> problem = Problem.in(answer);
        if (problem.isPresent()) {
            throw problem.get().toException(server(), user, firstOf);
        } else if (answer.status() == 404) {
            throw new WireException(Trouble.NO_SUCH_OPERATION, "404", null);
        }
        throw Channel.status(answer.status());
    }

    ServerName server() {
        return channel.server();
    }
}
