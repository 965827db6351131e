package io.openintegration.daemon.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which requests a page of another site may send. */
class CrossSiteFilterTest {

    @Test
    void onlyGetReads() {
        assertThat(CrossSiteFilter.reads("GET", List.of("servers", "integration-daemon", "status")))
                .isTrue();
        assertThat(CrossSiteFilter.reads("POST", List.of("servers", "integration-daemon", "status")))
                .isFalse();
    }

    @Test
    void restartByGetDoesNotReadHoweverItsPathEnds() {
        assertThat(CrossSiteFilter.reads("GET", List.of("files-integrator", "restart")))
                .isFalse();
        assertThat(CrossSiteFilter.reads("GET", List.of("files-integrator", "restart", "")))
                .isFalse();
    }
}
