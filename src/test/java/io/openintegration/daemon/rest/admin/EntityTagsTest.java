package io.openintegration.daemon.rest.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.configuration.documents.DocumentVersion;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagsTest {

    /** In the order: If-Match, If-None-Match, version stored, whether the change may be made. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    -              | -             | -      | true
                    -              | -             | a      | true
                    *              | -             | a      | true
                    *              | -             | -      | false
                    "a"            | -             | a      | true
                    "a"            | -             | b      | false
                    "a"            | -             | -      | false
                    W/"a"          | -             | a      | false
                    -              | *             | -      | true
                    -              | *             | a      | false
                    -              | "a"           | a      | false
                    -              | "b"           | a      | true
                    "a"            | *             | a      | false
                    """,
            quoteCharacter = '\'')
    void preconditionsFollowHttp(String ifMatch, String ifNoneMatch, String stored, boolean holds) {
        assertThat(EntityTags.precondition(Optional.ofNullable(ifMatch), Optional.ofNullable(ifNoneMatch))
                        .holds(Optional.ofNullable(stored).map(DocumentVersion::new)))
                .isEqualTo(holds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"b\", \"a\"", "\"b\",\"a\"", "W/\"b\" , \"a\""})
    void oneOfAListIsEnough(String ifMatch) {
        assertThat(EntityTags.precondition(Optional.of(ifMatch), Optional.empty())
                        .holds(Optional.of(new DocumentVersion("a"))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "\"a", "\"a\" \"b\"", "\"a\",", "*, \"a\"", "\"a\nb\"", "w/\"a\""})
    void whatIsNoEntityTagIsRefused(String header) {
        assertThatThrownBy(() -> EntityTags.precondition(Optional.of(header), Optional.empty()))
                .hasMessageStartingWith("REST-REQUEST-400-005 ");
    }
}
