package io.openintegration.daemon.connectors.databases.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever somebody writes: it is refused in one harmless line, or the driver is told nothing but what is on the lists. */
class AddressPropertyTest {

    /** The properties that a driver is ever told: those that may be asked for, and our own. */
    private static final Set<String> EVER = Set.of(
            "ssl",
            "sslmode",
            "channelBinding",
            "targetServerType",
            "tcpKeepAlive",
            "ApplicationName",
            "sslMode",
            "sslfactory",
            "gssEncMode",
            "connectTimeout",
            "sslResponseTimeout",
            "socketTimeout",
            "cancelSignalTimeout",
            "maxResultBuffer",
            "preferQueryMode",
            "maxAllowedPacket",
            "maxAllowedColumns",
            "socketFactory",
            "requireAuth",
            "allowLocalInfile",
            "permitRedirect",
            "allowMultiQueries",
            "allowPublicKeyRetrieval",
            "restrictedAuth",
            "dumpQueriesOnException");

    @Provide
    Arbitrary<String> urls() {
        Arbitrary<String> begin = Arbitraries.of(
                "jdbc:postgresql://",
                "jdbc:mariadb://",
                "jdbc:mysql://",
                "jdbc:h2:tcp://",
                "jdbc:h2:mem:",
                "jdbc:h2:file:",
                "jdbc:h2:",
                "jdbc:other://",
                "jdbc:");
        Arbitrary<String> pieces = Arbitraries.of(
                "db",
                ":5432",
                "/",
                "//",
                "shop",
                "?",
                "&",
                ";",
                "=",
                "sslmode",
                "require",
                "INIT",
                "IFEXISTS",
                "TRUE",
                "socketFactory",
                "evil",
                "%",
                "%3b",
                "%00",
                "%26",
                "\\",
                "'",
                "@",
                ",",
                "[",
                "]",
                "::1",
                "(",
                ")",
                "#",
                " ",
                "\n",
                "..",
                "~",
                "mem:",
                "allowLocalInfile",
                "user",
                "password");
        Arbitrary<String> rest = Arbitraries.oneOf(pieces, Arbitraries.strings().ofMaxLength(3))
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
        return Combinators.combine(begin, rest).as(String::concat);
    }

    @Property(tries = 3_000)
    void nothingButWhatIsOnTheListsComesThrough(@ForAll("urls") String url) throws UnknownHostException {
        try {
            DatabaseAddress address = DatabaseAddress.parse(url);
            assertThat(call(address).properties().keySet()).isSubsetOf(EVER);
            assertThat(call(address).url())
                    .matches("jdbc:(postgresql|mariadb|[a-z][a-z0-9]*)://[a-z0-9._:,\\[\\]-]*/[A-Za-z0-9_.$~%+*-]*"
                            + "|jdbc:h2:(tcp|ssl)://[0-9a-f.:\\[\\]]+/(mem:)?[A-Za-z0-9_./~-]+;NETWORK_TIMEOUT=\\d+;IFEXISTS=TRUE"
                            + "|jdbc:h2:mem:[A-Za-z0-9_.$~-]+;IFEXISTS=TRUE"
                            + "|jdbc:h2:file:[A-Za-z0-9_./~-]+;ACCESS_MODE_DATA=r;IFEXISTS=TRUE");
        } catch (BadAddressException refused) {
            assertThat(refused.getMessage())
                    .hasLineCount(1)
                    .hasSizeLessThan(300)
                    .matches("[ -~]+");
        }
    }

    @Property(tries = 500)
    void whatIsLetThroughMeansTheSameAgain(@ForAll("urls") String url) throws UnknownHostException {
        DatabaseAddress address;
        try {
            address = DatabaseAddress.parse(url);
        } catch (BadAddressException refused) {
            return;
        }
        String once = call(address).url();
        assertThat(withoutSettings(once)).satisfies(again -> {
            DatabaseAddress reparsed = DatabaseAddress.parse(again);
            assertThat(reparsed.database()).isEqualTo(address.database());
            assertThat(reparsed.engine()).isEqualTo(address.engine());
            assertThat(reparsed.place()).isEqualTo(address.place());
            assertThat(reparsed.properties()).isEqualTo(Map.of());
        });
    }

    private static String withoutSettings(String url) {
        int settings = url.indexOf(';');
        return settings < 0 ? url : url.substring(0, settings);
    }

    private static DriverCall call(DatabaseAddress address) throws UnknownHostException {
        List<InetAddress> one = List.of(InetAddress.getByName("192.0.2.1"));
        return DriverCall.to(
                address,
                Collections.nCopies(address.hosts().size(), one),
                address.database(),
                Duration.ofSeconds(5),
                Duration.ofSeconds(5));
    }
}
