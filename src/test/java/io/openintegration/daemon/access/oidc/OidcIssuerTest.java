package io.openintegration.daemon.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.openintegration.daemon.access.Caller;
import io.openintegration.daemon.access.Role;
import io.openintegration.daemon.access.token.TokenRefusal;
import io.openintegration.daemon.access.token.TokenRefusedException;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.testing.RecordingAuditLog;
import io.openintegration.daemon.testing.SettableClock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OidcIssuerTest {

    private static RSAKey rsa;
    private static RSAKey foreign;
    private static ECKey elliptic;

    private final SettableClock clock = new SettableClock();
    private final SigningIssuer provider = new SigningIssuer();
    private OidcIssuer issuer;

    @BeforeAll
    static void makeKeys() throws Exception {
        rsa = new RSAKeyGenerator(2_048).keyID("one").generate();
        foreign = new RSAKeyGenerator(2_048).keyID("one").generate();
        elliptic = new ECKeyGenerator(Curve.P_256).keyID("two").generate();
    }

    @BeforeEach
    void trust() {
        provider.publish(rsa);
        provider.publish(elliptic);
        issuer = issuer("realm_access.roles");
    }

    @Test
    void tokenOfTheIssuerMakesACallerWithTheMappedRolesAlone() throws Exception {
        assertThat(verify(token(rsa, claims("staff", "admin", "administrator").build())))
                .isEqualTo(new Caller(new UserId("vera"), Set.of(Role.VIEWER)));
        assertThat(verify(token(rsa, claims("gods", "staff").build())).roles())
                .contains(Role.ADMINISTRATOR, Role.DELEGATE, Role.VIEWER);
        assertThat(verify(token(rsa, claims().build())).roles()).isEmpty();
    }

    @Test
    void ellipticCurvesAreFineToo() throws Exception {
        assertThat(verify(SigningIssuer.sign(
                                JWSAlgorithm.ES256, elliptic, claims("staff").build()))
                        .user())
                .hasToString("vera");
    }

    @Test
    void rolesClaimMayBeAListATextOrANameWithDots() throws Exception {
        JWTClaimsSet text = claims().claim("groups", "staff").build();
        assertThat(issuer("groups").verify(token(rsa, text), text).roles()).containsExactly(Role.VIEWER);
        JWTClaimsSet dotted =
                claims().claim("https://example.org/roles", List.of("staff", 5)).build();
        assertThat(issuer("https://example.org/roles")
                        .verify(token(rsa, dotted), dotted)
                        .roles())
                .containsExactly(Role.VIEWER);
        JWTClaimsSet strange = claims().claim("realm_access", "staff").build();
        assertThat(issuer.verify(token(rsa, strange), strange).roles()).isEmpty();
    }

    @Test
    void publicKeyIsNoSharedSecret() throws Exception {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("one").build(),
                claims("gods").build());
        token.sign(new MACSigner(rsa.toRSAPublicKey().getEncoded()));

        refused(TokenRefusal.ALGORITHM, token);
    }

    @Test
    void foreignKeyIsRefusedAlsoWhereTheTokenBringsIt() throws Exception {
        refused(TokenRefusal.SIGNATURE, token(foreign, claims("gods").build()));
        refused(
                TokenRefusal.SIGNATURE,
                SigningIssuer.sign(
                        new JWSHeader.Builder(JWSAlgorithm.RS256)
                                .jwk(foreign.toPublicJWK())
                                .build(),
                        foreign,
                        claims("gods").build()));
    }

    @Test
    void keysForOtherPurposesAlgorithmsAndTooWeakOnesAreRefused() throws Exception {
        RSAKey encryption = new RSAKey.Builder(foreign)
                .keyID("enc")
                .keyUse(KeyUse.ENCRYPTION)
                .build();
        RSAKey other = new RSAKey.Builder(foreign)
                .keyID("ps")
                .algorithm(JWSAlgorithm.PS256)
                .build();
        RSAKey weak = new RSAKeyGenerator(1_024, true).keyID("weak").generate();
        for (JWK key : List.of(encryption, other, weak)) {
            provider.publish(key);
            issuer = issuer("realm_access.roles");
            refused(TokenRefusal.SIGNATURE, token(key, claims("gods").build()));
        }
    }

    @Test
    void otherRealmsAudiencesAndTimesAreRefused() throws Exception {
        refused(
                TokenRefusal.UNKNOWN_ISSUER,
                token(rsa, claims().issuer(SigningIssuer.URL + "/").build()));
        refused(TokenRefusal.AUDIENCE, token(rsa, claims().audience("another").build()));
        refused(
                TokenRefusal.AUDIENCE,
                token(rsa, claims().audience((String) null).build()));
        refused(
                TokenRefusal.EXPIRED,
                token(
                        rsa,
                        claims().expirationTime(Date.from(clock.instant().minusSeconds(11)))
                                .build()));
        refused(
                TokenRefusal.NOT_YET_VALID,
                token(
                        rsa,
                        claims().notBeforeTime(Date.from(clock.instant().plusSeconds(12)))
                                .build()));
    }

    @Test
    void tokensForOtherPurposesAreRefused() throws Exception {
        refused(
                TokenRefusal.WRONG_KIND,
                token(rsa, claims("gods").claim("typ", "ID").build()));
        refused(
                TokenRefusal.WRONG_KIND,
                token(rsa, claims("gods").claim("typ", 5).build()));
    }

    @Test
    void tokenMustNameAUser() throws Exception {
        for (Object user : List.of("", " ", 5, "a\nb", "u".repeat(257))) {
            refused(
                    TokenRefusal.USER,
                    token(rsa, claims().claim("preferred_username", user).build()));
        }
        refused(
                TokenRefusal.USER,
                token(rsa, claims().claim("preferred_username", null).build()));
    }

    private OidcIssuer issuer(String rolesClaim) {
        OidcSettings settings = new OidcSettings(
                SigningIssuer.URL,
                "integration-daemon",
                "preferred_username",
                rolesClaim,
                Map.of(
                        Role.VIEWER, Set.of("staff", "guests"),
                        Role.ADMINISTRATOR, Set.of("gods"),
                        Role.DELEGATE, Set.of("gods")));
        IssuerKeys keys = new IssuerKeys(SigningIssuer.URL, provider, Runnable::run, new RecordingAuditLog(), clock);
        return new OidcIssuer(settings, keys, clock);
    }

    private Caller verify(SignedJWT token) throws Exception {
        return issuer.verify(token, token.getJWTClaimsSet());
    }

    private void refused(TokenRefusal reason, SignedJWT token) {
        assertThatThrownBy(() -> verify(token))
                .isInstanceOfSatisfying(TokenRefusedException.class, refused -> assertThat(refused.reason())
                        .isEqualTo(reason));
    }

    private static SignedJWT token(JWK key, JWTClaimsSet claims) throws Exception {
        return SigningIssuer.sign(JWSAlgorithm.RS256, key, claims);
    }

    private JWTClaimsSet.Builder claims(String... roles) {
        return new JWTClaimsSet.Builder()
                .issuer(SigningIssuer.URL)
                .audience(List.of("account", "integration-daemon"))
                .claim("preferred_username", "vera")
                .claim("typ", "Bearer")
                .claim("realm_access", Map.of("roles", List.of(roles)))
                .issueTime(Date.from(clock.instant()))
                .expirationTime(Date.from(clock.instant().plus(Duration.ofMinutes(5))));
    }
}
