package io.openintegration.daemon.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.openintegration.daemon.access.token.IssuerUnavailableException;
import io.openintegration.daemon.testing.RecordingAuditLog;
import io.openintegration.daemon.testing.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class IssuerKeysTest {

    private static JWK first;
    private static JWK second;

    private final SettableClock clock = new SettableClock();
    private final RecordingAuditLog log = new RecordingAuditLog();
    private final SigningIssuer provider = new SigningIssuer();
    private final IssuerKeys keys = new IssuerKeys(SigningIssuer.URL, provider, Runnable::run, log, clock);

    @BeforeAll
    static void makeKeys() throws Exception {
        first = new RSAKeyGenerator(2_048).keyID("first").generate();
        second = new RSAKeyGenerator(2_048).keyID("second").generate();
    }

    @Test
    void keysAreFetchedWithTheFirstTokenAndKept() throws Exception {
        provider.publish(first);
        assertThat(provider.fetches()).isZero();
        for (int i = 0; i < 100; i++) {
            assertThat(keys.matching(header("first"))).hasSize(1);
        }
        assertThat(provider.fetches()).isEqualTo(1);
    }

    @Test
    void newKeyIsFoundAndUnknownOnesCauseFewFetches() throws Exception {
        provider.publish(first);
        keys.matching(header("first"));
        provider.publish(second);

        assertThat(keys.matching(header("second"))).as("too early").isEmpty();
        clock.advance(IssuerKeys.PAUSE);
        assertThat(keys.matching(header("second"))).hasSize(1);
        for (int i = 0; i < 1_000; i++) {
            assertThat(keys.matching(header("unknown " + i))).isEmpty();
        }
        assertThat(provider.fetches()).isEqualTo(2);
    }

    @Test
    void withdrawnKeyIsForgottenWhenTheKeysAreOld() throws Exception {
        SigningIssuer later = new SigningIssuer();
        provider.publish(first);
        later.publish(second);
        KeySource changing = () -> provider.fetches() == 0 ? provider.fetch() : later.fetch();
        IssuerKeys changed = new IssuerKeys(SigningIssuer.URL, changing, Runnable::run, log, clock);
        assertThat(changed.matching(header("first"))).hasSize(1);

        clock.advance(IssuerKeys.FRESH.plusSeconds(1));
        changed.matching(header("first"));
        assertThat(changed.matching(header("first"))).isEmpty();
    }

    @Test
    void issuerThatIsAwayIsReportedOnceAndOnceMoreWhenItIsBack() throws Exception {
        provider.goAway(true);
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> keys.matching(header("first"))).isInstanceOf(IssuerUnavailableException.class);
            clock.advance(IssuerKeys.PAUSE);
        }
        assertThat(provider.fetches()).isEqualTo(10);
        assertThat(log.ids()).containsExactly("ACCESS-0015");
        assertThat(log.entries().get(0).message().parameters()).containsExactly(SigningIssuer.URL, "ConnectException");

        provider.goAway(false);
        provider.publish(first);
        assertThat(keys.matching(header("first"))).hasSize(1);
        assertThat(log.ids()).containsExactly("ACCESS-0015", "ACCESS-0016");
    }

    @Test
    void issuerThatIsAwayIsNotAskedForEachToken() {
        provider.goAway(true);
        IntStream.range(0, 1_000).forEach(i -> assertThatThrownBy(() -> keys.matching(header("first")))
                .isInstanceOf(IssuerUnavailableException.class));
        assertThat(provider.fetches()).isEqualTo(1);
    }

    @Test
    void keptKeysServeADayWhileTheIssuerIsAway() throws Exception {
        provider.publish(first);
        keys.matching(header("first"));
        provider.goAway(true);

        clock.advance(IssuerKeys.USABLE);
        assertThat(keys.matching(header("first"))).hasSize(1);
        clock.advance(Duration.ofSeconds(1));
        assertThatThrownBy(() -> keys.matching(header("first"))).isInstanceOf(IssuerUnavailableException.class);
    }

    @Test
    void nobodyWaitsForANewFetchWhileTheKeyIsKnown() throws Exception {
        provider.publish(first);
        List<Runnable> never = new ArrayList<>();
        boolean[] hangs = {false};
        IssuerKeys slow = new IssuerKeys(
                SigningIssuer.URL,
                provider,
                task -> {
                    if (hangs[0]) {
                        never.add(task);
                    } else {
                        task.run();
                    }
                },
                log,
                clock);
        slow.matching(header("first"));
        hangs[0] = true;
        clock.advance(IssuerKeys.FRESH.plusSeconds(1));

        for (int i = 0; i < 100; i++) {
            assertThat(slow.matching(header("first"))).hasSize(1);
        }
        assertThat(never).hasSize(1);
    }

    @Test
    void platformWithoutThreadsLeavesNothingHanging() {
        IssuerKeys ending = new IssuerKeys(
                SigningIssuer.URL,
                provider,
                task -> {
                    throw new RejectedExecutionException();
                },
                log,
                clock);
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> ending.matching(header("first"))).isInstanceOf(IssuerUnavailableException.class);
            clock.advance(IssuerKeys.PAUSE);
        }
        assertThat(log.ids()).containsExactly("ACCESS-0015");
    }

    private static JWSHeader header(String key) {
        return new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key).build();
    }
}
