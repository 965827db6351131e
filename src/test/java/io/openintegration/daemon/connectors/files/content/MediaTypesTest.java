package io.openintegration.daemon.connectors.files.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypesTest {

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-32BE"})
    void markupIsNotTakenToItsRootElement(String charset) {
        String image = "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>";

        for (String before : new String[] {"", "\n ", "\uFEFF", "\0\0"}) {
            assertThat(MediaTypes.signature((before + image).getBytes(Charset.forName(charset))))
                    .isEmpty();
        }
    }

    @Test
    void signaturesOfAContainerAreToldToBeSuch() {
        byte[] zip = {'P', 'K', 3, 4, 20, 0, 0, 0, 0, 0};

        assertThat(MediaTypes.signature(zip))
                .contains(new MediaTypes.Signature(FileKinds.ofExtension("zip").orElseThrow(), true));
        assertThat(MediaTypes.signature("%PDF-1.7".getBytes(StandardCharsets.US_ASCII)))
                .contains(new MediaTypes.Signature(FileKinds.DOCUMENT, false));
    }
}
