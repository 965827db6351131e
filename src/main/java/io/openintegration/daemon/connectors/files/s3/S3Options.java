package io.openintegration.daemon.connectors.files.s3;

import io.openintegration.daemon.connectors.files.remote.RemoteSite;
import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.ConnectorException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/**
 * How a store of objects is reached.
 *
 * @param endpoint empty for Amazon's own of the region
 * @param pathStyle whether the bucket stands in the path, not in the host's name
 */
record S3Options(Optional<URI> endpoint, Region region, boolean pathStyle, AwsCredentialsProvider credentials) {

    /** @throws ConnectorException {@code BASIC-FILES-INTEGRATION-CONNECTORS-400-103} for what cannot be used */
    static S3Options of(RemoteSite site) {
        Connection connection = site.connection();
        Optional<URI> endpoint = connection.property("endpointUrl").map(text -> endpoint(text, site));
        return new S3Options(
                endpoint,
                region(connection.property("region").orElse("us-east-1"), site),
                connection
                        .property("pathStyleAccess")
                        .map(text -> flag(text, site))
                        .orElse(endpoint.isPresent()),
                credentials(connection, site));
    }

    private static URI endpoint(String text, RemoteSite site) {
        try {
            URI url = new URI(text.strip());
            boolean isHttp = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
            if (isHttp && url.getHost() != null && url.getUserInfo() == null && url.getQuery() == null) {
                return url;
            }
        } catch (URISyntaxException noUrl) {
            throw site.notUsable("endpointUrl", "a URL such as https://minio.example.org:9000");
        }
        throw site.notUsable("endpointUrl", "a URL such as https://minio.example.org:9000");
    }

    /** It becomes part of a host's name. */
    private static Region region(String text, RemoteSite site) {
        if (!text.matches("[a-z0-9-]{1,40}")) {
            throw site.notUsable("region", "a region such as eu-central-1");
        }
        return Region.of(text);
    }

    private static boolean flag(String text, RemoteSite site) {
        if (!text.matches("(?i)true|false")) {
            throw site.notUsable("pathStyleAccess", "true or false");
        }
        return Boolean.parseBoolean(text);
    }

    /** Only what the connection says: never what this host could prove by where it stands. */
    private static AwsCredentialsProvider credentials(Connection connection, RemoteSite site) {
        Optional<String> account = connection.userId().filter(text -> !text.isBlank());
        Optional<String> secret = connection.clearPassword().filter(text -> !text.isBlank());
        if (account.isEmpty() && secret.isEmpty()) {
            return AnonymousCredentialsProvider.create();
        }
        if (account.isEmpty() || secret.isEmpty()) {
            throw site.notUsable("account", "userId and clearPassword, or neither of them");
        }
        String token = connection.securedProperties().get("sessionToken");
        return StaticCredentialsProvider.create(
                token == null
                        ? AwsBasicCredentials.create(account.get(), secret.get())
                        : AwsSessionCredentials.create(account.get(), secret.get(), token));
    }
}
