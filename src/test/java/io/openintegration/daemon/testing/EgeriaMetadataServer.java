package io.openintegration.daemon.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.MetadataStoreException;
import io.openintegration.daemon.metadata.Refusals;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.testing.EgeriaJson.NotReadableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/**
 * A platform with one metadata server that speaks the open metadata store API as a live Egeria 6.1 does: bearer tokens that end with the
 * platform, HTTP 200 for all that a handler answers, GUIDs that are no UUIDs. Listens on loopback and a free port.
 */
public final class EgeriaMetadataServer implements AutoCloseable {

    public static final String USER = "erinoverview";
    public static final String PASSWORD = "secret";
    public static final ServerName NAME = new ServerName("active-metadata-store");
    public static final String NOBODY = "nobody";

    private static final String FFDC = "org.odpi.openmetadata.frameworks.openmetadata.ffdc.";
    private static final Pattern UUID = Pattern.compile("(?<!Element-)\\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b");
    private static final Pattern OUR_GUID = Pattern.compile("Element-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\b");
    private static final ObjectMapper MAPPER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final HttpServer http;
    private final EgeriaRepository repository;
    private final Clock clock;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<String> tokens = ConcurrentHashMap.newKeySet();
    private final AtomicInteger tokensGiven = new AtomicInteger();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger mostUnderWay = new AtomicInteger();
    private final Set<String> namesInTheMaking = ConcurrentHashMap.newKeySet();
    private final AtomicInteger races = new AtomicInteger();
    private final Queue<String> requests = new ConcurrentLinkedQueue<>();
    private volatile boolean started = true;
    private volatile Duration tokenLifetime = Duration.ofHours(1);
    private volatile Optional<Odd> odd = Optional.empty();
    private volatile Optional<String> onlyToken = Optional.empty();
    private final AtomicInteger stalled = new AtomicInteger();
    private final Gate closing = new Gate();
    private volatile Predicate<String> stalling = request -> false;
    private volatile Duration gap = Duration.ZERO;
    private final AtomicReference<Predicate<String>> lost = new AtomicReference<>();

    public EgeriaMetadataServer(InMemoryMetadataStore store, Clock clock) {
        this(store, clock, Optional.empty());
    }

    /** @param secure for https; the certificate that it shows is its */
    public EgeriaMetadataServer(InMemoryMetadataStore store, Clock clock, Optional<SSLContext> secure) {
        this.repository = new EgeriaRepository(store);
        this.clock = clock;
        try {
            InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            if (secure.isPresent()) {
                HttpsServer https = HttpsServer.create(address, 50);
                https.setHttpsConfigurator(new HttpsConfigurator(secure.get()));
                http = https;
            } else {
                http = HttpServer.create(address, 50);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.setExecutor(threads);
        http.createContext("/", this::serve);
        http.start();
    }

    /** An answer of the test's own, in place of the server's. */
    public record Odd(int status, String contentType, String body) {}

    public int port() {
        return http.getAddress().getPort();
    }

    /** The metadata server stops, the platform goes on. */
    public void stopServer() {
        started = false;
    }

    public void startServer() {
        started = true;
    }

    /** The platform has another key now: no token is good any more. */
    public void forgetTokens() {
        tokens.clear();
    }

    /** From now on there is but this one. */
    public void giveOnly(String token) {
        onlyToken = Optional.of(token);
    }

    public void setTokenLifetime(Duration lifetime) {
        tokenLifetime = lifetime;
    }

    /** From now on everything but logins is answered so; empty: properly again. */
    public void answerWith(Optional<Odd> answer) {
        odd = answer;
    }

    /** Between looking whether a name is taken and making an element of that name it takes so long. */
    public void gapBeforeMaking(Duration time) {
        gap = time;
    }

    /** Such requests are taken and never answered, from now on; that for a token is {@code POST /api/token}. */
    public void stall(Predicate<String> request) {
        stalling = request;
    }

    /** How many requests were taken and not answered. */
    public int stalled() {
        return stalled.get();
    }

    /** The next such request is carried out, and the connection breaks before it is answered. */
    public void loseAnswerTo(Predicate<String> request) {
        lost.set(request);
    }

    /**
     * The next element is made without what its creation has beside its properties, and the connection breaks before it is answered:
     * a live server makes it step by step.
     */
    public void breakOffNextCreation() {
        repository.leaveNextBare();
        loseAnswerTo("POST /metadata-elements"::equals);
    }

    public void limitPagesTo(int most) {
        repository.limitPagesTo(most);
    }

    public int tokensGiven() {
        return tokensGiven.get();
    }

    /** How many requests were under way at once, at the most. */
    public int mostUnderWay() {
        return mostUnderWay.get();
    }

    /** How often an element was to be made while another of its name was being made: the live server would have made both. */
    public int races() {
        return races.get();
    }

    /** Method and path of the metadata server's requests so far, path relative to its base. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    public void forgetRequests() {
        requests.clear();
    }

    @Override
    public void close() {
        closing.open();
        http.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            String path = exchange.getRequestURI().getRawPath();
            if (path.matches("(/servers/[^/]+)?/api/token")) {
                stallWhere("POST /api/token");
                login(exchange, body);
            } else if (!isAuthorized(exchange)) {
                exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer error=\"invalid_token\"");
                answer(exchange, 401, "", "");
            } else if (odd.isPresent()) {
                answer(
                        exchange,
                        odd.get().status(),
                        odd.get().contentType(),
                        odd.get().body());
            } else {
                store(exchange, path, body);
            }
        }
    }

    private void login(HttpExchange exchange, byte[] body) throws IOException {
        if (!exchange.getRequestMethod().equals("POST") || !isJson(exchange)) {
            answer(exchange, 401, "", "");
            return;
        }
        JsonNode login = MAPPER.readTree(body);
        if (!login.path("userId").asText().equals(USER)
                || !login.path("password").asText().equals(PASSWORD)) {
            answer(
                    exchange,
                    401,
                    "application/json",
                    "{\"class\":\"FFDCResponseBase\",\"relatedHTTPCode\":401,\"exceptionClassName\":"
                            + "\"org.springframework.security.authentication.AuthenticationServiceException\"}");
            return;
        }
        long now = clock.instant().getEpochSecond();
        String claims = "{\"iss\":\"self\",\"sub\":\"" + USER + "\",\"iat\":" + now + ",\"exp\":"
                + (now + tokenLifetime.toSeconds()) + "}";
        int number = tokensGiven.incrementAndGet();
        String token = onlyToken.orElse(
                encoded("{\"alg\":\"RS256\"}") + "." + encoded(claims) + "." + encoded("signature " + number));
        tokens.add(token);
        answer(exchange, 200, "text/plain;charset=UTF-8", token);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private boolean isAuthorized(HttpExchange exchange) {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        return header != null && header.startsWith("Bearer ") && tokens.contains(header.substring(7));
    }

    private static boolean isJson(HttpExchange exchange) {
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        return type != null && type.startsWith("application/json");
    }

    /** Segments of a path below {@code users/{userId}}. */
    private record Route(ServerName server, UserId user, List<String> path) {

        static Optional<Route> of(String raw) {
            List<String> segments = List.of(raw.substring(1).split("/"));
            if (segments.size() < 8
                    || !segments.get(0).equals("servers")
                    || !segments.subList(2, 6)
                            .equals(List.of("open-metadata", "access-services", "open-metadata-store", "users"))) {
                return Optional.empty();
            }
            return Optional.of(new Route(
                    new ServerName(decoded(segments.get(1))),
                    new UserId(decoded(segments.get(6))),
                    segments.subList(7, segments.size()).stream()
                            .map(Route::decoded)
                            .map(EgeriaMetadataServer::inward)
                            .toList()));
        }

        private static String decoded(String segment) {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        }

        boolean is(int size, String first, String last) {
            return path.size() == size
                    && path.get(0).equals(first)
                    && path.get(size - 1).equals(last);
        }

        Guid guid(int index) {
            return new Guid(path.get(index));
        }

        TypeName type(int index) {
            return new TypeName(path.get(index));
        }
    }

    private void store(HttpExchange exchange, String path, byte[] body) throws IOException {
        Optional<Route> route = Route.of(path);
        boolean post = exchange.getRequestMethod().equals("POST");
        if (route.isEmpty()) {
            answer(exchange, 404, "application/json", "{\"status\":404,\"error\":\"Not Found\",\"path\":\"\"}");
            return;
        } else if (post && !isJson(exchange)) {
            answer(exchange, 415, "application/json", "{\"status\":415}");
            return;
        }
        String request = exchange.getRequestMethod() + " /"
                + String.join("/", route.get().path());
        requests.add(request);
        stallWhere(request);
        try {
            JsonNode json = body.length == 0
                    ? MissingNode.getInstance()
                    : MAPPER.readTree(inward(new String(body, StandardCharsets.UTF_8)));
            String query =
                    Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
            String answer = handled(route.get(), post, query, json);
            if (isLost(request)) {
                underWay.decrementAndGet();
            } else {
                answer(exchange, 200, "application/json", answer);
            }
        } catch (NotReadableException | JsonProcessingException e) {
            answer(
                    exchange,
                    400,
                    "application/json",
                    "{\"class\":\"FFDCResponseBase\",\"relatedHTTPCode\":400,\"exceptionClassName\":"
                            + "\"com.fasterxml.jackson.databind.exc.InvalidTypeIdException\"}");
        }
    }

    private void stallWhere(String request) {
        if (stalling.test(request)) {
            stalled.incrementAndGet();
            closing.awaitStubbornly();
        }
    }

    private boolean isLost(String request) {
        Predicate<String> next = lost.get();
        return next != null && next.test(request) && lost.compareAndSet(next, null);
    }

    private String handled(Route route, boolean post, String query, JsonNode body) throws JsonProcessingException {
        ObjectNode answer;
        try {
            if (!started || !route.server().equals(NAME)) {
                throw Refusals.serverNotAvailable(route.server(), route.user());
            }
            answer = route.user().value().equals(NOBODY)
                    ? unknownUser(route.user())
                    : answered(route, post, query, body);
        } catch (MetadataStoreException refused) {
            answer = error(refused);
        }
        return outward(MAPPER.writeValueAsString(answer));
    }

    private static ObjectNode error(MetadataStoreException refused) {
        String exception =
                switch (refused.kind()) {
                    case UNAVAILABLE -> refused.reason().id().startsWith("OMAG-MULTI-TENANT-404-001")
                            ? "InvalidParameterException"
                            : "PropertyServerException";
                    case NOT_AUTHORIZED -> "UserNotAuthorizedException";
                    default -> "InvalidParameterException";
                };
        return error(
                exception,
                refused.reason().definition().text().httpCode(),
                refused.reason().id(),
                refused.reason().toString());
    }

    private static ObjectNode unknownUser(UserId user) {
        return error(
                "UserNotAuthorizedException",
                403,
                "OPEN-METADATA-SECURITY-403-017",
                "OPEN-METADATA-SECURITY-403-017 User " + user + " is not known");
    }

    private static ObjectNode error(String exception, int code, String id, String message) {
        return MAPPER.createObjectNode()
                .put("class", "GUIDResponse")
                .put("relatedHTTPCode", code)
                .put("exceptionClassName", FFDC + exception)
                .put("exceptionErrorMessageId", id)
                .put("exceptionErrorMessage", message);
    }

    private ObjectNode answered(Route route, boolean post, String query, JsonNode body) {
        if (!post) {
            return route.is(3, "relationships", route.path().get(route.path().size() - 1))
                    ? repository.relationship(route.guid(2))
                    : repository.element(route.guid(1), query.contains("forLineage=true"));
        }
        if (route.is(2, "relationships", "by-search-conditions")) {
            return repository.findRelationships(route.user(), body);
        }
        return route.path().get(0).equals("metadata-elements") ? elements(route, body) : links(route, query, body);
    }

    private ObjectNode elements(Route route, JsonNode body) {
        UserId user = route.user();
        if (route.path().size() == 1) {
            return created(user, body);
        } else if (route.is(2, "metadata-elements", "by-search-string")) {
            return repository.findByString(user, body);
        } else if (route.is(2, "metadata-elements", "by-search-conditions")) {
            return repository.findByConditions(user, body);
        } else if (route.path().size() == 2) {
            return repository.element(route.guid(1), body.path("forLineage").asBoolean());
        } else if (route.path().get(2).equals("linked-by-type")) {
            return repository.links(route.type(3), route.guid(1), route.guid(5));
        } else if (route.path().get(2).equals("classifications")) {
            return route.is(5, "metadata-elements", "delete")
                    ? repository.declassify(user, route.guid(1), route.type(3), body)
                    : repository.classify(user, route.guid(1), route.type(3), body);
        }
        return switch (route.path().get(2)) {
            case "update-properties" -> repository.update(user, route.guid(1), body);
            case "delete" -> repository.delete(user, route.guid(1), body);
            case "archive" -> repository.archive(user, route.guid(1), body);
            default -> throw new IllegalStateException("no such operation: " + route.path());
        };
    }

    private ObjectNode created(UserId user, JsonNode body) {
        String name = body.path("properties")
                .path("propertyValueMap")
                .path("qualifiedName")
                .path("primitiveValue")
                .asText();
        if (!namesInTheMaking.add(name)) {
            races.incrementAndGet();
        }
        LockSupport.parkNanos(gap.toNanos());
        try {
            return repository.create(user, body);
        } finally {
            namesInTheMaking.remove(name);
        }
    }

    private ObjectNode links(Route route, String query, JsonNode body) {
        UserId user = route.user();
        if (route.path().size() == 1) {
            return repository.relate(user, body);
        } else if (route.path().size() == 3
                && Map.of("update-properties", 1, "delete", 2)
                        .containsKey(route.path().get(2))) {
            return route.path().get(2).equals("delete")
                    ? repository.unrelate(user, route.guid(1), body)
                    : repository.updateRelationship(user, route.guid(1), body);
        }
        int end = Integer.parseInt(query.replaceAll(".*startingAtEnd=(\\d+).*", "$1"));
        Optional<TypeName> type = route.path().get(2).equals("type") ? Optional.of(route.type(3)) : Optional.empty();
        return repository.related(user, route.guid(1), type, end, body);
    }

    private static String outward(String text) {
        return UUID.matcher(text).replaceAll("Element-$0");
    }

    private static String inward(String text) {
        return OUR_GUID.matcher(text).replaceAll("$1");
    }

    private void answer(HttpExchange exchange, int status, String contentType, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        if (!contentType.isEmpty()) {
            exchange.getResponseHeaders().set("Content-Type", contentType);
        }
        // before it is sent: whoever has it may make the next request at once
        underWay.decrementAndGet();
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
