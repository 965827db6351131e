package io.openintegration.daemon.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.StoreEvent;
import io.openintegration.daemon.metadata.StoreEvents.Placed;
import io.openintegration.daemon.metadata.StoreEvents.Reading;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.metadata.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EventFeedTest {

    private static final Duration LONG = Duration.ofSeconds(50);

    private final EventFeed feed = new EventFeed();

    @Test
    void eventsBehindAPlaceAreReadInPortionsAndOnce() throws InterruptedException {
        feed.publish(events(0, 3));
        String place = feed.now();
        feed.publish(events(3, 8));
        List<Long> read = new ArrayList<>();
        for (int portion = 0; portion < 3; portion++) {
            for (Placed placed : reading(place, 2).events()) {
                read.add(placed.event().version());
                place = placed.place();
            }
        }
        assertThat(read).containsExactly(3L, 4L, 5L, 6L, 7L);
        assertThat(reading(place, 2).events()).isEmpty();
        assertThat(place).isEqualTo(feed.now());
    }

    @Test
    void readerWaitsUntilSomethingComes() {
        String place = feed.now();
        CompletableFuture<Optional<Reading>> waiting = CompletableFuture.supplyAsync(() -> read(place));
        feed.publish(events(0, 1));
        assertThat(waiting.join().orElseThrow().events()).hasSize(1);
    }

    @Test
    void readerWhoWaitsIsToldOfTheEnd() {
        String place = feed.now();
        CompletableFuture<Optional<Reading>> waiting = CompletableFuture.supplyAsync(() -> read(place));
        feed.close();
        assertThat(waiting.join()).contains(new Reading(List.of(), false));
    }

    @Test
    void whatIsNotKeptAnyMoreIsToldAsSuch() throws InterruptedException {
        String early = feed.now();
        feed.publish(events(0, 1));
        String late = feed.now();
        feed.publish(events(1, 1 + EventFeed.KEPT));
        assertThat(feed.after(early, 1, Duration.ZERO)).isEmpty();
        assertThat(reading(late, EventFeed.KEPT + 1).events()).hasSize(EventFeed.KEPT);
    }

    @Test
    void changesThatAreNotToldOneByOneAreAGapForEverybody() throws InterruptedException {
        String before = feed.now();
        feed.skip();
        assertThat(feed.after(before, 1, Duration.ZERO)).isEmpty();
        assertThat(reading(feed.now(), 1).events()).isEmpty();
    }

    @Test
    void placesOfAnotherLifeAndNonsenseAreNone() throws InterruptedException {
        feed.publish(events(0, 5));
        String place = feed.now();
        String life = place.substring(0, place.lastIndexOf('.') + 1);
        for (String other : List.of(
                new EventFeed().now(), "", "7", life, life + "6", life + "-1", life + "x", life + "9".repeat(30))) {
            assertThat(feed.after(other, 1, Duration.ZERO)).as(other).isEmpty();
        }
        assertThat(reading(life + "0", 10).events()).hasSize(5);
    }

    private Reading reading(String place, int most) throws InterruptedException {
        return feed.after(place, most, Duration.ZERO).orElseThrow();
    }

    private Optional<Reading> read(String place) {
        try {
            return feed.after(place, 10, LONG);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<StoreEvent> events(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(version -> new StoreEvent(
                        StoreEvent.Kind.ELEMENT_UPDATED,
                        new Guid("guid"),
                        new TypeName("FileFolder"),
                        version,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        new UserId("erin"),
                        Instant.EPOCH))
                .toList();
    }
}
