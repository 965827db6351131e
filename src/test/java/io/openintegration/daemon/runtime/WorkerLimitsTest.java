package io.openintegration.daemon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.configuration.ConnectorConfiguration;
import io.openintegration.daemon.configuration.HostingPolicy;
import io.openintegration.daemon.configuration.MetadataServerRef;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.runtime.WorkTarget.Kind;
import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.IntegrationService;
import io.openintegration.daemon.spi.PermittedSynchronization;
import io.openintegration.daemon.testing.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many work at once, on a node and with each of the systems that connectors call, and who is next. */
class WorkerLimitsTest {

    private static final WorkTarget DATABASE = new WorkTarget(Kind.THIRD_PARTY, "database:5432");
    private static final WorkTarget OTHER_DATABASE = new WorkTarget(Kind.THIRD_PARTY, "other:5432");
    private static final WorkTarget STORE = new WorkTarget(Kind.METADATA_SERVER, "https://localhost:9443/store");
    private static final WorkTarget OTHER_STORE = new WorkTarget(Kind.METADATA_SERVER, "https://localhost:9443/other");

    private final SettableClock clock = new SettableClock();
    private final StandingThreads threads = new StandingThreads();
    private final WorkerPool pool = new WorkerPool(Thread::new, threads, new ParallelLimits(4, 1, 2), clock);

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void noMoreWorkAtOnceThanTheNodeAllows() throws InterruptedException {
        for (int number = 1; number <= 6; number++) {
            submit("work " + number);
        }

        assertThat(threads.begun()).containsExactly("work 1", "work 2", "work 3", "work 4");
        threads.endFirst();
        assertThat(threads.begun()).containsExactly("work 1", "work 2", "work 3", "work 4", "work 5");
    }

    @Test
    void oneWhoseThirdPartyIsBusyWaitsAndHoldsUpNobodyElse() throws InterruptedException {
        submit("first", DATABASE);
        submit("second", DATABASE);
        submit("third", OTHER_DATABASE);
        submit("fourth");

        assertThat(threads.begun()).containsExactly("first", "third", "fourth");
        threads.endFirst();
        assertThat(threads.begun()).containsExactly("first", "third", "fourth", "second");
    }

    @Test
    void metadataServerHasALimitOfItsOwn() throws InterruptedException {
        submit("first", STORE);
        submit("second", STORE);
        submit("third", STORE);
        submit("fourth", OTHER_STORE);

        assertThat(threads.begun()).containsExactly("first", "second", "fourth");
        threads.endFirst();
        assertThat(threads.begun()).containsExactly("first", "second", "fourth", "third");
    }

    @Test
    void workBeginsWhereAllItsTargetsHaveRoom() throws InterruptedException {
        submit("first", DATABASE, STORE);
        submit("second", OTHER_DATABASE, STORE);
        submit("third", DATABASE, OTHER_STORE);

        assertThat(threads.begun()).containsExactly("first", "second");
        threads.endLast();
        assertThat(threads.begun()).as("its database is still busy").containsExactly("first", "second");
        threads.endFirst();
        assertThat(threads.begun()).containsExactly("first", "second", "third");
    }

    @Test
    void thoseWhoWaitForTheSameHaveTheirTurnInTheOrderInWhichTheyCame() throws InterruptedException {
        for (int number = 1; number <= 5; number++) {
            submit("work " + number, DATABASE);
        }

        for (int ended = 0; ended < 4; ended++) {
            threads.endFirst();
        }

        assertThat(threads.begun()).containsExactly("work 1", "work 2", "work 3", "work 4", "work 5");
    }

    @Test
    void oneThatWaitedLongerGoesBeforeThoseWhoCameLaterWhenItsTargetIsFree() throws InterruptedException {
        try (WorkerPool single = new WorkerPool(Thread::new, threads, new ParallelLimits(1, 1, 1), clock)) {
            single.submit(threads.work("busy"), Set.of());
            single.submit(threads.work("early"), Set.of(DATABASE));
            single.submit(threads.work("late"), Set.of());

            threads.endFirst();

            assertThat(threads.begun()).containsExactly("busy", "early");
        }
    }

    @Test
    void whatWaitsLendsItsPlaceButNotThatWithItsThirdParty() throws InterruptedException {
        WorkerPool.Place waits = submit("waits", DATABASE, STORE);
        submit("same database", DATABASE, STORE);
        submit("other database", OTHER_DATABASE, STORE);
        submit("same server", STORE);
        assertThat(threads.begun()).containsExactly("waits", "other database");

        waits.lend(true);

        assertThat(threads.begun()).containsExactly("waits", "other database", "same server");
    }

    @Test
    void placeIsLentOnlyToThoseWhoWaitForOne() throws InterruptedException {
        WorkerPool.Place waits = submit("waits");
        waits.lend(true);
        for (int number = 1; number <= 4; number++) {
            submit("work " + number);
        }

        assertThat(threads.begun()).containsExactly("waits", "work 1", "work 2", "work 3");
    }

    @Test
    void whatWorksAgainTakesTheNextPlaceThatIsFree() throws InterruptedException {
        WorkerPool.Place waits = submit("waits");
        for (int number = 1; number <= 5; number++) {
            submit("work " + number);
        }
        waits.lend(true);
        assertThat(threads.begun()).containsExactly("waits", "work 1", "work 2", "work 3", "work 4");

        waits.lend(false);
        threads.endLast();

        assertThat(threads.begun()).doesNotContain("work 5");
        threads.endLast();
        assertThat(threads.begun()).contains("work 5");
    }

    @Test
    void notEveryPlaceIsLent() throws InterruptedException {
        try (WorkerPool single = new WorkerPool(Thread::new, threads, ParallelLimits.of(1), clock)) {
            List<WorkerPool.Place> places = IntStream.rangeClosed(1, 6)
                    .mapToObj(number -> single.submit(threads.work("work " + number), Set.of()))
                    .toList();

            places.forEach(place -> place.lend(true));

            assertThat(threads.begun()).containsExactly("work 1", "work 2", "work 3", "work 4");
        }
    }

    @Test
    void lentPlaceThatIsGivenBackIsOneOnly() throws InterruptedException {
        WorkerPool.Place waits = submit("waits", DATABASE, STORE);
        for (int number = 1; number <= 6; number++) {
            submit("work " + number);
        }
        waits.lend(true);
        assertThat(threads.begun()).hasSize(5);

        waits.release();
        waits.release();
        waits.lend(true);

        assertThat(threads.begun()).hasSize(5);
        submit("same database", DATABASE);
        threads.endLast();
        threads.endLast();
        threads.endLast();
        assertThat(threads.begun()).contains("same database");
    }

    @Test
    void placeOfWorkThatHangsIsGivenBackOnce() throws InterruptedException {
        WorkerPool.Place hanging = submit("hangs", DATABASE, STORE);
        submit("waits", DATABASE, STORE);
        submit("waits longer", DATABASE, STORE);

        assertThat(hanging.withdraw()).as("it had not begun").isFalse();
        hanging.release();
        hanging.release();
        assertThat(threads.begun()).containsExactly("hangs", "waits");

        threads.endFirst();
        assertThat(threads.begun()).as("its end frees nothing any more").containsExactly("hangs", "waits");
        threads.endFirst();
        assertThat(threads.begun()).containsExactly("hangs", "waits", "waits longer");
    }

    @Test
    void workThatIsTakenBackBeforeItBeginsNeverDoes() throws InterruptedException {
        submit("first", DATABASE);
        WorkerPool.Place unwanted = submit("unwanted", DATABASE);
        submit("third", DATABASE);

        assertThat(unwanted.withdraw()).isTrue();
        threads.endFirst();

        assertThat(threads.begun()).containsExactly("first", "third");
    }

    @Test
    void backlogTellsHowManyWaitAndHowLongTheFirstHas() throws InterruptedException {
        submit("first", DATABASE);
        submit("second", DATABASE);
        clock.advance(Duration.ofSeconds(40));
        submit("third", DATABASE);

        assertThat(pool.backlog()).isEqualTo(new Backlog(2, Duration.ofSeconds(40)));
        threads.endFirst();
        assertThat(pool.backlog()).isEqualTo(new Backlog(1, Duration.ZERO));
        threads.endFirst();
        assertThat(pool.backlog()).isEqualTo(new Backlog(0, Duration.ZERO));
    }

    @ParameterizedTest
    @CsvSource({
        "https://Example.org/some/path, example.org",
        "https://me:secret@example.org:8443/?a=b, example.org:8443",
        "jdbc:postgresql://db.example.org:5432/hospital?user=x, db.example.org:5432",
        "ldap://directory, directory"
    })
    void thirdPartyIsTheHostOfTheEndpointWithoutItsSecrets(String address, String host) {
        assertThat(WorkTarget.of(slot(address)))
                .containsExactlyInAnyOrder(STORE, new WorkTarget(Kind.THIRD_PARTY, host));
    }

    @Test
    void directoriesAreNotLimited() {
        assertThat(WorkTarget.of(slot("/data/landing-area"))).containsExactly(STORE);
    }

    private WorkerPool.Place submit(String name, WorkTarget... targets) {
        return pool.submit(threads.work(name), Set.of(targets));
    }

    private static ConnectorSlot slot(String address) {
        return new ConnectorSlot(
                new ServerName("daemon"),
                IntegrationService.FILES,
                new MetadataServerRef("https://localhost:9443", new ServerName("store")),
                new ConnectorConfiguration(
                        Optional.empty(),
                        new ConnectorName("C"),
                        new UserId("user"),
                        new Connection(
                                "provider",
                                Optional.of(address),
                                Map.of(),
                                Optional.empty(),
                                Optional.empty(),
                                Map.of()),
                        Optional.empty(),
                        HostingPolicy.every(Duration.ofMinutes(10)),
                        false,
                        PermittedSynchronization.FROM_THIRD_PARTY,
                        List.of()));
    }
}
