package io.openintegration.daemon.store.remote;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.metadata.MetadataStoreException;
import io.openintegration.daemon.metadata.MetadataStoreException.Kind;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.store.remote.Tokens.LoginRefusedException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Optional;

/**
 * The way to one metadata server: puts a token to each request, lets no more than the permitted number be under way on the platform,
 * repeats what failed where that is harmless, and turns every failure into the port's exception. Safe from any thread.
 */
final class Channel {

    private static final String JSON = "application/json";
    private static final String API = "/open-metadata/access-services/open-metadata-store/users/";

    private final RemotePlatformSettings platform;
    private final ServerName server;
    private final HttpWire wire;
    private final Optional<Tokens> tokens;
    private final Permits permits;
    private final Pauses pauses;

    Channel(
            RemotePlatformSettings platform,
            ServerName server,
            HttpWire wire,
            Optional<Tokens> tokens,
            Permits permits,
            Pauses pauses) {
        this.platform = platform;
        this.server = server;
        this.wire = wire;
        this.tokens = tokens;
        this.permits = permits;
        this.pauses = pauses;
    }

    /** Makes something of an answer. */
    @FunctionalInterface
    interface Reading<J, T> {
        /** @throws ShapeException where the answer is not of the expected form */
        T of(J answer) throws ShapeException;
    }

    /** Says what an answer is worth. */
    @FunctionalInterface
    interface Judging<T> {
        /** @throws WireException where it is of no use */
        T of(HttpWire.Answer answer) throws WireException;
    }

    /**
     * Makes a call of Egeria's open metadata store API.
     *
     * @throws UnansweredException where there is no usable answer
     * @throws MetadataStoreException where the server, or the platform, refuses
     */
    <T> T send(Call call, Reading<ObjectNode, T> reading) {
        Request request = new Request(
                "/servers/" + Segment.of(server.value()) + API
                        + Segment.of(call.user().value()) + call.path(),
                call.body().map(body -> BodyPublishers.ofByteArray(WireJson.bytes(body))),
                JSON,
                call.repeat());
        return send(request, answer -> judged(call, answer), reading);
    }

    /** The same for any request. What the judging does not like may be asked for again, what the reading does not like is not. */
    <J, T> T send(Request request, Judging<J> judging, Reading<J, T> reading) {
        try {
            return reading.of(answered(request, judging));
        } catch (ShapeException odd) {
            throw unanswered(new WireException(Trouble.UNEXPECTED_SHAPE, odd.field(), odd));
        } catch (WireException failed) {
            throw unanswered(failed);
        } catch (LoginRefusedException refused) {
            throw refused(
                    RemoteStoreMessage.LOGIN_REFUSED,
                    platform.login().orElseThrow().user());
        } catch (InterruptedException ended) {
            throw givenUp(ended);
        }
    }

    private <J> J answered(Request request, Judging<J> judging)
            throws WireException, LoginRefusedException, InterruptedException {
        for (int repeats = 0; ; repeats++) {
            try {
                return judging.of(authorized(request));
            } catch (WireException failed) {
                if (repeats + 1 >= platform.limits().attempts() || !mayRepeat(request, failed.trouble())) {
                    throw failed;
                }
                pauses.before(repeats);
            }
        }
    }

    private static boolean mayRepeat(Request request, Trouble trouble) {
        return trouble.isPassing() && (trouble.sent() == Trouble.Sent.NO || request.repeat() == Call.Repeat.HARMLESS);
    }

    /** A token that is refused is renewed once: a platform that was restarted does not know its former ones. */
    private HttpWire.Answer authorized(Request request)
            throws WireException, LoginRefusedException, InterruptedException {
        if (tokens.isEmpty()) {
            HttpWire.Answer answer = exchange(request, Optional.empty());
            if (answer.status() == 401) {
                throw refused(RemoteStoreMessage.NO_CREDENTIALS);
            }
            return answer;
        }
        String token = tokens.get().token();
        HttpWire.Answer answer = exchange(request, Optional.of(token));
        if (answer.status() == 401) {
            answer = exchange(request, Optional.of(tokens.get().another(token)));
        }
        if (answer.status() == 401) {
            throw refused(RemoteStoreMessage.TOKEN_REFUSED);
        }
        return answer;
    }

    private HttpWire.Answer exchange(Request request, Optional<String> token)
            throws WireException, InterruptedException {
        permits.acquire();
        boolean answered = false;
        try {
            HttpWire.Answer answer = wire.exchange(http(request, token));
            answered = true;
            return answer;
        } finally {
            permits.release(answered);
        }
    }

    private HttpRequest http(Request request, Optional<String> token) {
        HttpRequest.Builder http = HttpRequest.newBuilder(URI.create(platform.url() + request.path()))
                .header("Accept", JSON);
        token.ifPresent(bearer -> http.header("Authorization", "Bearer " + bearer));
        request.body().ifPresent(body -> http.header("Content-Type", request.contentType())
                .POST(body));
        return http.build();
    }

    private ObjectNode judged(Call call, HttpWire.Answer answer) throws WireException {
        switch (answer.status()) {
            case 200 -> {
                ObjectNode json = WireJson.object(answer.body());
                if (Refusal.isOne(json)) {
                    throw refusal(json, call.user());
                } else if (!json.path("class").isTextual()) {
                    throw new WireException(Trouble.UNEXPECTED_SHAPE, "class", null);
                }
                return json;
            }
            case 400 -> throw new MetadataStoreException(
                    Kind.INVALID_REQUEST,
                    RemoteStoreMessage.NOT_UNDERSTOOD.with(server, platform.url(), call.path(), namedReason(answer)));
            case 404, 405, 406, 415 -> throw new WireException(
                    Trouble.NO_SUCH_OPERATION, Integer.toString(answer.status()), null);
            default -> throw status(answer.status());
        }
    }

    private MetadataStoreException refusal(ObjectNode json, UserId user) {
        return new Refusal(json).toException(server, platform.url().toString(), user);
    }

    /** For an HTTP status that no answer of a metadata server has. */
    static WireException status(int status) {
        boolean busy = status == 429 || status == 502 || status == 503 || status == 504;
        return new WireException(busy ? Trouble.BUSY : Trouble.UNEXPECTED_STATUS, Integer.toString(status), null);
    }

    private static String namedReason(HttpWire.Answer answer) {
        try {
            return WireJson.object(answer.body()).path("exceptionClassName").asText("HTTP status 400");
        } catch (WireException noJson) {
            return "HTTP status 400";
        }
    }

    /** The caller's thread is told to end, and stays so. */
    MetadataStoreException givenUp(InterruptedException ended) {
        Thread.currentThread().interrupt();
        return unanswered(new WireException(Trouble.GIVEN_UP, "", ended));
    }

    private UnansweredException unanswered(WireException failed) {
        Trouble trouble = failed.trouble();
        return new UnansweredException(
                trouble, trouble.message().with(server, platform.url(), failed.detail()), failed);
    }

    ServerName server() {
        return server;
    }

    URI platform() {
        return platform.url();
    }

    /** The refusal of a question that the protocol cannot express. */
    MetadataStoreException notExpressible(String what) {
        return new MetadataStoreException(
                Kind.INVALID_REQUEST, RemoteStoreMessage.NOT_EXPRESSIBLE.with(server, platform.url(), what));
    }

    private MetadataStoreException refused(RemoteStoreMessage message, Object... more) {
        Object[] parameters = new Object[2 + more.length];
        parameters[0] = server;
        parameters[1] = platform.url();
        System.arraycopy(more, 0, parameters, 2, more.length);
        return new MetadataStoreException(Kind.NOT_AUTHORIZED, message.with(parameters));
    }
}
