package io.openintegration.daemon.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.metadata.ServerName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"cocoMDS1", "a\"; DROP SCHEMA x; --", "名前", "a very long name of a server, longer than 63"})
    void schemaNameIsSafeInAnyStatement(String server) {
        assertThat(SchemaName.of(new ServerName(server)).value()).matches("[a-z0-9_]{1,63}");
    }

    @Test
    void serversThatLookAlikeHaveDifferentSchemas() {
        assertThat(new String[] {"a-b", "a_b", "A-B", "a b"})
                .extracting(name -> SchemaName.of(new ServerName(name)))
                .doesNotHaveDuplicates();
    }
}
