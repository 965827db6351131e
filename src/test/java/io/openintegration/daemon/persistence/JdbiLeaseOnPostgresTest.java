package io.openintegration.daemon.persistence;

import static io.openintegration.daemon.persistence.LeaseBench.DURATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.persistence.LeaseBench.Contender;
import io.openintegration.daemon.testing.PostgresDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What leases in a database promise. H2, which belongs to one process, has none. */
class JdbiLeaseOnPostgresTest {

    private static final Duration MOMENT = Duration.ofMillis(1);

    /** So much earlier than others can take over does a holder stop believing. */
    private static final Duration CAUTION = Duration.ofSeconds(1);

    private PostgresDatabase own;
    private LeaseBench bench;
    private Contender one;
    private Contender other;

    @BeforeEach
    void migrate() {
        own = new PostgresDatabase();
        new DaemonDatabase(own.dataSource()).migrate();
        bench = new LeaseBench(own.dataSource());
        one = bench.node("one");
        other = bench.node("other");
    }

    @AfterEach
    void close() {
        own.close();
    }

    @Test
    void nodeThatNeverClaimedHasNothing() {
        assertThat(one.lease.isHeld()).isFalse();
        one.lease.release();
        assertThat(other.lease.claim()).isTrue();
    }

    @Test
    void theFirstToClaimHasItAndNobodyElse() {
        assertThat(one.lease.claim()).isTrue();
        assertThat(other.lease.claim()).isFalse();

        assertThat(one.lease.isHeld()).isTrue();
        assertThat(other.lease.isHeld()).isFalse();
    }

    @Test
    void ofManyThatClaimAtOnceExactlyOneHasIt() {
        List<Contender> nodes = IntStream.range(0, 12)
                .mapToObj(number -> bench.node("node " + number))
                .toList();
        for (int round = 0; round < 10; round++) {
            List<CompletableFuture<Boolean>> claims = nodes.stream()
                    .map(node -> CompletableFuture.supplyAsync(node.lease::claim))
                    .toList();

            assertThat(claims.stream().map(CompletableFuture::join).filter(won -> won))
                    .as("round %d", round)
                    .hasSize(1);
            assertThat(nodes.stream().filter(node -> node.lease.isHeld())).hasSize(1);
            assertThat(bench.term()).isEqualTo(round + 1);
            nodes.forEach(node -> node.lease.release());
        }
    }

    @Test
    void holderThatClaimsAgainKeepsItInTheSameTerm() {
        one.lease.claim();
        one.clock.advance(DURATION.dividedBy(2));

        assertThat(one.lease.claim()).isTrue();
        one.clock.advance(DURATION.dividedBy(2).plusSeconds(1));

        assertThat(one.lease.isHeld()).isTrue();
        assertThat(bench.term()).isEqualTo(1);
    }

    @Test
    void leaseThatWasNotRenewedIsTakenOverInAnotherTerm() {
        one.lease.claim();
        bench.expire();

        assertThat(other.lease.claim()).isTrue();

        assertThat(one.lease.claim()).isFalse();
        assertThat(one.lease.isHeld()).isFalse();
        assertThat(bench.term()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1990-01-01T00:00:00Z", "2190-01-01T00:00:00Z"})
    void nodeWithAWrongClockCannotTakeWhatIsNotFree(String wrong) {
        one.lease.claim();

        assertThat(other.thinksItIs(wrong).lease.claim()).isFalse();
        assertThat(one.lease.claim()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1990-01-01T00:00:00Z", "2190-01-01T00:00:00Z"})
    void nodeWithAWrongClockCannotKeepWhatIsOver(String wrong) {
        one.thinksItIs(wrong).lease.claim();
        bench.expire();

        assertThat(one.lease.claim()).isFalse();
        assertThat(other.lease.claim()).isTrue();
    }

    @Test
    void clockThatIsSetWhileTheLeaseIsHeldMovesItsEndNeitherWay() {
        one.lease.claim();

        assertThat(one.thinksItIs("2190-01-01T00:00:00Z").lease.isHeld()).isTrue();
        one.clock.advance(DURATION);
        assertThat(one.thinksItIs("1990-01-01T00:00:00Z").lease.isHeld()).isFalse();
    }

    @Test
    void whatWasGivenBackIsHadByTheNextAtOnce() {
        one.lease.claim();
        one.lease.release();

        assertThat(one.lease.isHeld()).isFalse();
        assertThat(other.lease.claim()).isTrue();
    }

    @Test
    void whoLostTheLeaseCannotGiveItBack() {
        one.lease.claim();
        bench.expire();
        other.lease.claim();

        one.lease.release();

        assertThat(bench.node("third").lease.claim()).isFalse();
        assertThat(other.lease.claim()).isTrue();
    }

    @Test
    void nodeThatWasStartedAnewHasNothingOfItsEarlierStart() {
        one.lease.claim();

        assertThat(bench.node("one, started again").lease.claim()).isFalse();
    }

    @Test
    void leasesOfDaemonsAreApartWhateverTheirNames() {
        Stream.of("a", "A", "nul \0", "half \uD83D", "half \uDE00", "long " + "x".repeat(500))
                .map(ServerName::new)
                .forEach(daemon -> {
                    assertThat(bench.node("one", daemon).lease.claim()).isTrue();
                    assertThat(bench.node("other", daemon).lease.claim()).isFalse();
                });
    }

    @Test
    void holderStopsBelievingBeforeOthersCanTakeOver() {
        one.lease.claim();
        one.clock.advance(DURATION.minus(CAUTION).minus(MOMENT));
        assertThat(one.lease.isHeld()).isTrue();

        one.clock.advance(MOMENT);

        assertThat(one.lease.isHeld()).isFalse();
    }

    @Test
    void whatIsBelievedCountsFromBeforeTheClaim() {
        one.way.meanwhile(() -> one.clock.advance(Duration.ofMinutes(1)));
        one.lease.claim();
        one.way.meanwhile(() -> {});

        // two or more ways to the database took a minute each
        one.clock.advance(DURATION.minusMinutes(2));
        assertThat(one.lease.isHeld()).isFalse();
    }

    @Test
    void claimThatTakesLongerThanTheLeaseIsNone() {
        one.way.meanwhile(() -> one.clock.advance(DURATION));

        assertThat(one.lease.claim()).isFalse();
        assertThat(one.lease.isHeld()).isFalse();
    }

    @Test
    void holderWhoseDatabaseIsAwayIsWithoutLeaseInTimeAndNotBefore() {
        one.lease.claim();
        one.way.goAway();
        one.clock.advance(DURATION.minus(CAUTION).minus(MOMENT));
        assertThat(one.lease.claim()).isFalse();
        assertThat(one.lease.isHeld()).as("still its own").isTrue();

        one.clock.advance(MOMENT);

        assertThat(one.lease.isHeld()).isFalse();
        assertThat(one.lease.claim()).isFalse();
    }

    @Test
    void holderWhoseDatabaseIsBackInTimeGoesOnInTheSameTerm() {
        one.lease.claim();
        one.way.goAway();
        one.clock.advance(DURATION.dividedBy(2));
        one.lease.claim();
        one.way.comeBack();

        assertThat(one.lease.claim()).isTrue();
        assertThat(bench.term()).isEqualTo(1);
    }

    @Test
    void frozenHolderWakesUpWithoutLease() {
        one.lease.claim();
        bench.expire();
        other.lease.claim();
        one.clock.advance(DURATION);

        assertThat(one.lease.isHeld()).isFalse();
        assertThat(one.lease.claim()).isFalse();
        assertThat(other.lease.claim()).isTrue();
    }

    @Test
    void nodeThatLostTheLeaseNoticesEvenIfItCanBeHadAgain() {
        one.lease.claim();
        bench.expire();
        other.lease.claim();
        other.lease.release();

        assertThat(one.lease.claim()).as("the first claim after it was lost").isFalse();
        assertThat(one.lease.isHeld()).isFalse();
        assertThat(one.lease.claim()).isTrue();
        assertThat(bench.term()).isEqualTo(3);
    }

    @Test
    void nodeThatLostTheLeaseWhileTheDatabaseGoesAwayCanHaveItAgain() {
        one.lease.claim();
        bench.expire();
        one.way.goAwayAfter(1);

        assertThat(one.lease.claim()).isFalse();
        assertThat(one.lease.claim()).isFalse();
        one.lease.release();
        one.way.comeBack();

        assertThat(one.lease.claim()).isTrue();
    }

    @Test
    void leaseThatCannotBeGivenBackIsNotHeldAllTheSame() {
        one.lease.claim();
        one.way.goAway();

        one.lease.release();

        assertThat(one.lease.isHeld()).isFalse();
        assertThat(other.lease.claim()).as("before its time is over").isFalse();
        bench.expire();
        assertThat(other.lease.claim()).isTrue();
    }

    @Test
    void claimThatSucceededWithoutTheNodeHearingOfItIsFoundByTheNext() {
        one.way.goAwayAfter(1);
        assertThat(one.lease.claim())
                .as("inserted, and cut off from the answer")
                .isFalse();
        assertThat(other.lease.claim()).isFalse();
        one.way.comeBack();

        assertThat(one.lease.claim()).isTrue();
        assertThat(bench.term()).isEqualTo(1);
        one.guarded.inTransaction("write", handle -> 1);
    }
}
