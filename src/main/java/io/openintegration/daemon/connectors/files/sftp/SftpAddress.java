package io.openintegration.daemon.connectors.files.sftp;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * A directory of a host.
 *
 * @param path absolute, without a slash at its end but for the whole host's
 */
record SftpAddress(Optional<String> user, String host, int port, String path) {

    static final String FORM = "sftp://user@host:port/path";

    private static final int USUAL_PORT = 22;

    /** Empty where the address is of another form, or has a password in it. */
    static Optional<SftpAddress> parse(String text) {
        try {
            URI url = new URI(text.strip());
            Optional<String> user = Optional.ofNullable(url.getUserInfo());
            boolean isOfTheForm = "sftp".equalsIgnoreCase(url.getScheme())
                    && url.getHost() != null
                    && url.getQuery() == null
                    && url.getFragment() == null
                    && user.filter(info -> info.contains(":") || info.isBlank()).isEmpty();
            if (!isOfTheForm) {
                return Optional.empty();
            }
            return Optional.of(new SftpAddress(
                    user,
                    url.getHost(),
                    url.getPort() < 0 ? USUAL_PORT : url.getPort(),
                    withoutLastSlash(url.getPath())));
        } catch (URISyntaxException otherForm) {
            return Optional.empty();
        }
    }

    private static String withoutLastSlash(String path) {
        String whole = path.isEmpty() ? "/" : path;
        return whole.length() > 1 && whole.endsWith("/") ? whole.substring(0, whole.length() - 1) : whole;
    }

    /** As the namespace of data sets in OpenLineage. */
    String namespace() {
        return "sftp://" + host + ":" + port;
    }
}
