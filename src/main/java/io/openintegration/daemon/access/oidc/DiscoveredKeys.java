package io.openintegration.daemon.access.oidc;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An issuer's keys, by way of its discovery document (OpenID Connect Discovery 1.0). */
final class DiscoveredKeys implements KeySource {

    private static final int CONNECT_MILLIS = 2_000;
    private static final int READ_MILLIS = 3_000;
    private static final int LARGEST = 256 * 1024;

    private static final Pattern HTTP_STATUS = Pattern.compile("HTTP (?:response code: )?(\\d{3})");

    private final String issuer;
    private final DefaultResourceRetriever http = new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, LARGEST) {
        @Override
        protected HttpURLConnection openHTTPConnection(URL url) throws IOException {
            HttpURLConnection connection = super.openHTTPConnection(url);
            connection.setInstanceFollowRedirects(false); // where it leads, nobody has checked
            return connection;
        }
    };

    DiscoveredKeys(String issuer) {
        this.issuer = issuer;
    }

    @Override
    public JWKSet fetch() throws KeysUnavailableException {
        try {
            String base = issuer.endsWith("/") ? issuer : issuer + "/";
            Map<String, Object> document = JSONObjectUtils.parse(get(base + ".well-known/openid-configuration"));
            if (!issuer.equals(document.get("issuer"))) {
                throw new KeysUnavailableException("its discovery document names another issuer");
            }
            String keys = String.valueOf(document.get("jwks_uri"));
            if (!IssuerUrl.isSafeForKeys(keys, issuer)) {
                throw new KeysUnavailableException("its discovery document gives no safe URL for the keys");
            }
            return JWKSet.parse(get(keys)).toPublicJWKSet();
        } catch (IOException e) {
            throw new KeysUnavailableException(why(e));
        } catch (ParseException | RuntimeException e) { // the library meets some texts with a null pointer
            throw new KeysUnavailableException("its answer is not in the form expected");
        }
    }

    /** An HTTP status comes as part of a text only; the rest of it are others' words. */
    private static String why(IOException failure) {
        Matcher status = HTTP_STATUS.matcher(String.valueOf(failure.getMessage()));
        return status.find()
                ? "it answers by HTTP " + status.group(1)
                : failure.getClass().getSimpleName();
    }

    private String get(String url) throws IOException {
        return http.retrieveResource(URI.create(url).toURL()).getContent();
    }
}
