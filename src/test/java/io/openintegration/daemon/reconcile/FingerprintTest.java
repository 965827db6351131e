package io.openintegration.daemon.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.metadata.ElementProperties;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    @Test
    void sameDescriptionHasTheSameFingerprint() {
        assertThat(Fingerprint.of(Node.csv("b", "x").described(false)))
                .isEqualTo(Fingerprint.of(Node.csv("b", "x").described(false)));
        assertThat(Fingerprint.whole(Node.csv("b", "x").described(false)))
                .isNotEqualTo(Fingerprint.whole(Node.csv("b", "y").described(false)));
    }

    @Test
    void textCanBeReadBackAndIsShort() {
        Fingerprint fingerprint = Fingerprint.of(Node.file("a").described(false));

        assertThat(Fingerprint.read(fingerprint.text())).isEqualTo(fingerprint);
        assertThat(fingerprint.text()).hasSizeLessThan(200);
        assertThat(Fingerprint.read("").isUnknown()).isTrue();
    }

    @Test
    void contentsThatOnlyLookAlikeDiffer() {
        ElementProperties text = ElementProperties.builder().text("p", "1").build();
        ElementProperties number = ElementProperties.builder().number("p", 1).build();
        ElementProperties longNumber =
                ElementProperties.builder().longNumber("p", 1).build();
        ElementProperties oneText =
                ElementProperties.builder().list("p", List.of("a", "b")).build();
        ElementProperties split =
                ElementProperties.builder().list("p", List.of("ab")).build();
        ElementProperties map = ElementProperties.builder()
                .map("p", new TreeMap<>(Map.of("a", "b")))
                .build();

        assertThat(List.of(text, number, longNumber, oneText, split, map))
                .extracting(properties -> new Digest().properties(properties).value())
                .doesNotHaveDuplicates();
    }
}
