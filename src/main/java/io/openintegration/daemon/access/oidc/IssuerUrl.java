package io.openintegration.daemon.access.oidc;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
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

    /**
     * Whether an issuer may have its keys there: a URL as for an issuer, but this host is for issuers on this host alone, and
     * a link-local address, where clouds keep secrets of their machines, for none.
     */
    static boolean isSafeForKeys(String url, String issuer) {
        if (!isSafe(url)) {
            return false;
        }
        String host = host(url);
        return !isThisNetwork(host) || (isLoopback(host) && isLoopback(host(issuer)));
    }

    private static String host(String url) {
        return URI.create(url).getHost().toLowerCase(Locale.ROOT);
    }

    /** This host by any name or literal, or an address that no router passes on. No directory is asked. */
    private static boolean isThisNetwork(String host) {
        if (host.equals("localhost") || host.equals("localhost.") || host.endsWith(".localhost")) {
            return true;
        }
        if (!host.startsWith("[") && !host.matches("[0-9.]++")) {
            return false;
        }
        try {
            InetAddress literal = InetAddress.getByName(host);
            return literal.isLoopbackAddress() || literal.isAnyLocalAddress() || literal.isLinkLocalAddress();
        } catch (UnknownHostException e) { // none that anybody could reach
            return true;
        }
    }

    /** By the name alone: no directory is asked, which could answer otherwise the next time. */
    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
    }
}
