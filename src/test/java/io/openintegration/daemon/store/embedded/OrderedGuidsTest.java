package io.openintegration.daemon.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.metadata.Guid;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OrderedGuidsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:15:30.123Z");

    @Test
    void guidsAreUuidsInTheOrderOfTheirMakingEvenWhereTheClockIsSetBack() {
        OrderedGuids guids = new OrderedGuids();
        List<String> made = Stream.of(
                        Stream.generate(() -> guids.next(NOW)).limit(10_000),
                        Stream.generate(() -> guids.next(NOW.plusSeconds(1))).limit(10),
                        Stream.generate(() -> guids.next(NOW.minusSeconds(60))).limit(10))
                .flatMap(all -> all)
                .map(Guid::value)
                .toList();
        assertThat(made).isSorted().doesNotHaveDuplicates();
        assertThat(made).allSatisfy(guid -> {
            assertThat(UUID.fromString(guid).version()).isEqualTo(7);
            assertThat(UUID.fromString(guid).variant()).isEqualTo(2);
        });
    }

    @Test
    void guidsTellTheTime() {
        UUID guid = UUID.fromString(new OrderedGuids().next(NOW).value());
        assertThat(guid.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void serversThatMakeThemAtTheSameTimeShareNone() {
        assertThat(new OrderedGuids().next(NOW)).isNotEqualTo(new OrderedGuids().next(NOW));
    }
}
