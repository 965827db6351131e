package io.openintegration.daemon.access.token;

/**
 * A new API key.
 *
 * @param text what its holder sends; nobody can find it out again
 */
public record IssuedApiKey(ApiKey key, String text) {

    /** Without the text. */
    @Override
    public String toString() {
        return key.toString();
    }
}
