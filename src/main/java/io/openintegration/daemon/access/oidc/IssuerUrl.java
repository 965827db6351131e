package io.openintegration.daemon.access.oidc;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Which URLs an issuer may have: keys that come in clear text over a network are worth nothing. */
public final class IssuerUrl {

    private IssuerUrl() {}

    /** Whether it is an absolute URL by https, or by http on this host; without user, query and fragment. */
    public static boolean isSafe(String url) {
        try {
            URI uri = new URI(url);
            boolean plain = uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            return plain && (scheme.equals("https") || (scheme.equals("http") && isLoopback(uri.getHost())));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** By the name alone: no directory is asked, which could answer otherwise the next time. */
    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
    }
}
