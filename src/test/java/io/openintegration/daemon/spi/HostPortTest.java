package io.openintegration.daemon.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostPortTest {

    @ParameterizedTest
    @CsvSource({
        "db.example:5432, db.example, db.example:5432",
        "DB.Example:5432, db.example, db.example:5432",
        "10.0.0.1:65535, 10.0.0.1, 10.0.0.1:65535",
        "[2001:DB8::1]:9092, 2001:db8::1, [2001:db8::1]:9092"
    })
    void hostAndPortAreToldApart(String text, String host, String shown) {
        HostPort read = HostPort.parse(text).orElseThrow();

        assertThat(read.host()).isEqualTo(host);
        assertThat(read).hasToString(shown);
        assertThat(HostPort.parse(shown)).contains(read);
    }

    @Test
    void portThatIsNotThereIsTheUsualOne() {
        HostPort alone = HostPort.parse("db.example").orElseThrow();

        assertThat(alone.port()).isEmpty();
        assertThat(alone).hasToString("db.example");
        assertThat(alone.withUsualPort(Optional.of(5432))).isEqualTo(new HostPort("db.example", 5432));
        assertThat(new HostPort("db.example", 1).withUsualPort(Optional.of(5432)))
                .isEqualTo(new HostPort("db.example", 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":5432",
                "host:",
                "host:0",
                "host:65536",
                "host:123456",
                "host:5432/path",
                "user@host:5432",
                "host name",
                "-host",
                "host-:1",
                "::1",
                "[::1",
                "[fe80::1%eth0]:1",
                "host:5432\n"
            })
    void anythingElseIsNone(String text) {
        assertThat(HostPort.parse(text)).isEmpty();
    }

    @Test
    void addressTakesThePlaceOfTheNameWithoutItsZone() throws UnknownHostException {
        InetAddress scoped = InetAddress.getByName("fe80::1%1");

        assertThat(new HostPort("db.example", 5432).at(scoped)).hasToString("[fe80:0:0:0:0:0:0:1]:5432");
    }
}
