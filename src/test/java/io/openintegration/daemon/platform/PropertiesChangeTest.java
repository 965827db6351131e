package io.openintegration.daemon.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.platform.PropertiesChange.Manner;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PropertiesChangeTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    REPLACE | {"b": 2}                     | {"b": 2}
                    REPLACE | {"a": null}                  | {}
                    MERGE   | {"deep": {"y": 2}}           | {"a": 1, "deep": {"y": 2}}
                    MERGE   | {"a": null}                  | {"deep": {"x": 1}}
                    PATCH   | {"deep": {"y": 2}}           | {"a": 1, "deep": {"x": 1, "y": 2}}
                    PATCH   | {"deep": {"x": null}}        | {"a": 1, "deep": {}}
                    """)
    void eachMannerKeepsWhatItShould(Manner manner, String given, String result) throws IOException {
        ObjectNode properties = tree("{\"a\": 1, \"deep\": {\"x\": 1}}");

        new PropertiesChange(tree(given), manner).applyTo(properties);

        assertThat(properties).isEqualTo(tree(result));
    }

    @Test
    void onlyReplacingByNothingClears() throws IOException {
        assertThat(new PropertiesChange(tree("{}"), Manner.REPLACE).clears()).isTrue();
        assertThat(new PropertiesChange(tree("{}"), Manner.MERGE).clears()).isFalse();
        assertThat(new PropertiesChange(tree("{\"a\": 1}"), Manner.REPLACE).names())
                .containsExactly("a");
    }

    private static ObjectNode tree(String text) throws IOException {
        return (ObjectNode) JSON.readTree(text);
    }
}
