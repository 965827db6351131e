package io.openintegration.daemon.access.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.opts.AllowWeakRSAKey;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** An identity provider: has keys, signs tokens, may be away. */
final class SigningIssuer implements KeySource {

    static final String URL = "https://id.example.org/realms/corp";

    private final List<JWK> keys = new ArrayList<>();
    private int fetches;
    private boolean away;

    void publish(JWK key) {
        keys.add(key);
    }

    void goAway(boolean nowAway) {
        away = nowAway;
    }

    int fetches() {
        return fetches;
    }

    @Override
    public JWKSet fetch() throws KeysUnavailableException {
        fetches++;
        if (away) {
            throw new KeysUnavailableException("ConnectException");
        }
        return new JWKSet(List.copyOf(keys)).toPublicJWKSet();
    }

    static SignedJWT sign(JWSAlgorithm algorithm, JWK key, JWTClaimsSet claims) throws JOSEException {
        return sign(new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), key, claims);
    }

    static SignedJWT sign(JWSHeader header, JWK key, JWTClaimsSet claims) throws JOSEException {
        JWSSigner signer = key instanceof RSAKey rsa
                ? new RSASSASigner(rsa.toRSAPrivateKey(), Set.of(AllowWeakRSAKey.getInstance()))
                : new ECDSASigner(((ECKey) key).toECPrivateKey());
        SignedJWT token = new SignedJWT(header, claims);
        token.sign(signer);
        return token;
    }
}
