package io.openintegration.daemon.connectors.lineage.publish;

import io.openintegration.daemon.connectors.lineage.relay.RelayMessage;
import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.FailureOrigin;
import io.openintegration.daemon.spi.HostPort;
import io.openintegration.daemon.spi.PropertyReader;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * Where events are posted, as the connection tells.
 *
 * @param authorization value of the header; empty where the connection has no secret. Never shown
 */
record HttpEndpoint(URI uri, Optional<String> authorization, Duration connectTimeout, Duration requestTimeout) {

    private static final String USUAL_PATH = "/api/v1/lineage";
    private static final String FORM =
            "a URL that begins with http:// or https://, without an account in it: https://host:port or https://host:port/path";
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /**
     * @param reader of the connection's properties; may have noted mistakes by now
     * @throws ConnectorException {@code OPEN-LINEAGE-CONNECTORS-400-102} where properties are wrong, {@code -400-103} where the address
     *     cannot be used
     */
    static HttpEndpoint of(Connection connection, PropertyReader reader) {
        Duration connect = Duration.ofSeconds(reader.number(PublishProperty.CONNECT_TIMEOUT, 1, 300, 10));
        Duration request = Duration.ofSeconds(reader.number(PublishProperty.REQUEST_TIMEOUT, 1, 600, 30));
        reader.requireNoMistakes(RelayMessage.BAD_PROPERTIES);
        URI uri = connection
                .endpointAddress()
                .map(String::strip)
                .flatMap(HttpEndpoint::usable)
                .orElseThrow(
                        () -> new ConnectorException(FailureOrigin.CONFIGURATION, RelayMessage.BAD_ADDRESS.with(FORM)));
        Optional<String> authorization = authorization(connection);
        if (authorization.filter(HttpEndpoint::isNoHeader).isPresent()) {
            throw new ConnectorException(
                    FailureOrigin.CONFIGURATION,
                    RelayMessage.BAD_PROPERTIES.with("clearPassword has characters that no key or token has"));
        }
        return new HttpEndpoint(uri, authorization, connect, request);
    }

    private static Optional<URI> usable(String address) {
        try {
            URI uri = new URI(address);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean known = scheme.equals("http") || scheme.equals("https");
            if (!known || uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
                return Optional.empty();
            }
            boolean bare = uri.getRawPath().isEmpty() || uri.getRawPath().equals("/");
            return Optional.of(bare ? uri.resolve(withQuery(USUAL_PATH, uri)) : uri);
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }

    private static String withQuery(String path, URI uri) {
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    /** A secret with an account is a password, one without an API key or token, as OpenLineage's own clients send it. */
    private static Optional<String> authorization(Connection connection) {
        Optional<String> secret = connection.clearPassword().filter(text -> !text.isBlank());
        Optional<String> account = connection.userId().filter(text -> !text.isBlank());
        if (secret.isPresent() && account.isPresent()) {
            byte[] both = (account.get() + ":" + secret.get()).getBytes(StandardCharsets.UTF_8);
            return Optional.of("Basic " + Base64.getEncoder().encodeToString(both));
        }
        return secret.or(
                        () -> Optional.ofNullable(connection.securedProperties().get("apiKey")))
                .map(key -> "Bearer " + key.strip());
    }

    /** Found out before the HTTP client does, which would say the secret. */
    private static boolean isNoHeader(String value) {
        return value.chars().anyMatch(character -> character < ' ' || character > '~');
    }

    boolean isEncrypted() {
        return uri.getScheme().equalsIgnoreCase("https");
    }

    HostPort target() {
        String host = uri.getHost();
        boolean bracketed = host.startsWith("[");
        return new HostPort(bracketed ? host.substring(1, host.length() - 1) : host, port());
    }

    int port() {
        return uri.getPort() >= 0 ? uri.getPort() : isEncrypted() ? HTTPS : HTTP;
    }

    /** Without its query, which may hold a key. */
    String shown() {
        return uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath();
    }

    @Override
    public String toString() {
        return shown();
    }
}
