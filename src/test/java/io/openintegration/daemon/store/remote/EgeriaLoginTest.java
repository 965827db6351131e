package io.openintegration.daemon.store.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.MetadataStore;
import io.openintegration.daemon.metadata.MetadataStoreException;
import io.openintegration.daemon.metadata.MetadataStoreException.Kind;
import io.openintegration.daemon.testing.EgeriaMetadataServer;
import io.openintegration.daemon.testing.EgeriaMetadataServer.Odd;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How the client logs in, and keeps its token. */
class EgeriaLoginTest extends EgeriaFixture {

    @Test
    void tokenIsRenewedBeforeItEnds() {
        assertThat(bench.server.tokensGiven()).isEqualTo(1);
        clock.advance(Duration.ofMinutes(49));
        store.get(NOBODYS, new Guid("any"), false);
        assertThat(bench.server.tokensGiven()).isEqualTo(1);
        clock.advance(Duration.ofMinutes(2));
        store.get(NOBODYS, new Guid("any"), false);
        assertThat(bench.server.tokensGiven()).isEqualTo(2);
    }

    @Test
    void tokenThatIsRefusedIsRenewedOnceForAllWhoWait() {
        bench.server.forgetTokens();

        store.versions(
                NOBODYS,
                IntStream.range(0, 50).mapToObj(i -> new Guid("none " + i)).toList());

        assertThat(bench.server.tokensGiven()).isEqualTo(2);
    }

    @Test
    void allWhoWaitForATokenThatNeverComesAreToldTogether() {
        MetadataStore impatient = impatient(Duration.ofSeconds(2));
        bench.server.forgetTokens();
        bench.server.stall("POST /api/token"::equals);

        assertThatThrownBy(() -> impatient.versions(
                        NOBODYS,
                        IntStream.range(0, 50)
                                .mapToObj(i -> new Guid("none " + i))
                                .toList()))
                .hasMessageStartingWith("METADATA-SERVER-CLIENT-504-002 Metadata server active-metadata-store ");

        assertThat(bench.server.stalled()).isEqualTo(1);
    }

    @Test
    void wrongPasswordIsToldAndNotTriedAllTheTime() {
        RemotePlatformSettings wrong = new RemotePlatformSettings(
                URI.create("http://127.0.0.1:" + bench.server.port()),
                Optional.of(new RemotePlatformSettings.Login(EgeriaMetadataServer.USER, "wr0ng")),
                Optional.empty(),
                RemoteBench.PATIENT);

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> bench.connect(wrong, EgeriaMetadataServer.NAME.value(), "peter"))
                    .isInstanceOfSatisfying(MetadataStoreException.class, refused -> assertThat(refused.kind())
                            .isEqualTo(Kind.NOT_AUTHORIZED))
                    .hasMessageStartingWith("METADATA-SERVER-CLIENT-401-001 ")
                    .hasMessageContaining(EgeriaMetadataServer.USER)
                    .hasMessageNotContaining("wr0ng");
        }
    }

    @Test
    void platformThatWantsALoginIsToldFromOneThatRefusesIt() {
        RemotePlatformSettings none = new RemotePlatformSettings(
                URI.create("http://127.0.0.1:" + bench.server.port()),
                Optional.empty(),
                Optional.empty(),
                RemoteBench.PATIENT);

        assertThatThrownBy(() -> bench.connect(none, EgeriaMetadataServer.NAME.value(), "peter"))
                .hasMessageStartingWith("METADATA-SERVER-CLIENT-401-002 ");
    }

    @Test
    void platformThatRefusesEachTokenThatItGivesIsTold() {
        int before = bench.server.tokensGiven();
        bench.server.answerWith(Optional.of(new Odd(401, "text/plain", "")));

        assertThatThrownBy(() -> store.get(NOBODYS, new Guid("any"), false))
                .isInstanceOfSatisfying(MetadataStoreException.class, refused -> assertThat(refused.kind())
                        .isEqualTo(Kind.NOT_AUTHORIZED))
                .hasMessageStartingWith("METADATA-SERVER-CLIENT-401-003 ");

        assertThat(bench.server.tokensGiven()).isEqualTo(before + 1);
    }

    @Test
    void platformThatGivesTheRefusedTokenAgainIsNotAskedForEver() {
        bench.server.giveOnly("the-one-and-only");
        MetadataStore other = impatient(Duration.ofSeconds(20));
        bench.server.answerWith(Optional.of(new Odd(401, "text/plain", "")));

        assertThatThrownBy(() -> other.get(NOBODYS, new Guid("any"), false))
                .hasMessageStartingWith("METADATA-SERVER-CLIENT-401-003 ");

        assertThat(bench.server.tokensGiven()).isEqualTo(3);
    }
}
