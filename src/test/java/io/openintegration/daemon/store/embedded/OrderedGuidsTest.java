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
    void guidsAreUuidsInTheOrderOfTheirMaking() {
        OrderedGuids guids = new OrderedGuids(NOW);
        OrderedGuids later = new OrderedGuids(NOW.plusMillis(1));
        List<String> made = Stream.concat(
                        Stream.generate(guids::next).limit(4_096),
                        Stream.generate(later::next).limit(10))
                .map(Guid::value)
                .toList();
        assertThat(made).isSorted().doesNotHaveDuplicates();
        assertThat(made).allSatisfy(guid -> {
            assertThat(UUID.fromString(guid).version()).isEqualTo(7);
            assertThat(UUID.fromString(guid).variant()).isEqualTo(2);
        });
    }

    @Test
    void setsMadeAtTheSameTimeShareNoGuid() {
        OrderedGuids one = new OrderedGuids(NOW);
        OrderedGuids other = new OrderedGuids(NOW);
        assertThat(one.next()).isNotEqualTo(other.next());
    }

    @Test
    void veryLargeSetsHaveNoDuplicates() {
        OrderedGuids guids = new OrderedGuids(NOW);
        assertThat(Stream.generate(guids::next).limit(20_000)).doesNotHaveDuplicates();
    }
}
