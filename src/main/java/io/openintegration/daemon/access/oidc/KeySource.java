package io.openintegration.daemon.access.oidc;

import com.nimbusds.jose.jwk.JWKSet;

/** Port: where an issuer's keys come from. */
@FunctionalInterface
interface KeySource {

    /** The public keys of this moment. Takes a few seconds at most. */
    JWKSet fetch() throws KeysUnavailableException;
}
