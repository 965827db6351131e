package io.openintegration.daemon.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.metadata.Guid;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuidColumnTest {

    private static final String OURS = "0199f3a2-7c5e-7000-8000-00000000002a";

    @ParameterizedTest
    @DisplayName("a text that only resembles a UUID is nobody's GUID")
    @ValueSource(
            strings = {
                "0199F3A2-7C5E-7000-8000-00000000002A",
                "0199f3a2-7c5e-7000-8000-0000000002a",
                "199f3a2-7c5e-7000-8000-00000000002a0",
                "0199f3a2-7c5e-7000-8000-00000000002g",
                "0199f3a2-7c5e-7000-8000-0000000000-a",
                "0199f3a2+7c5e-7000-8000-00000000002a",
                "------------------------------------",
                "-199f3a2-7c5e-7000-8000-00000000002a",
                "x"
            })
    void impossible(String text) {
        assertThat(GuidColumn.isPossible(text)).isFalse();
        assertThat(GuidColumn.possible(List.of(new Guid(text), new Guid(OURS)))).containsExactly(UUID.fromString(OURS));
    }

    @Test
    void possible() {
        assertThat(GuidColumn.isPossible(OURS)).isTrue();
    }
}
