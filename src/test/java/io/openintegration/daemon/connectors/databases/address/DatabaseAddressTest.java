package io.openintegration.daemon.connectors.databases.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseAddressTest {

    private static DriverCall call(String url, String... addresses) throws BadAddressException, UnknownHostException {
        DatabaseAddress address = DatabaseAddress.parse(url);
        List<List<InetAddress>> resolved = new ArrayList<>();
        for (String one : addresses) {
            resolved.add(List.of(InetAddress.getByName(one)));
        }
        return DriverCall.to(
                address, resolved, Optional.of("/srv/base/shop"), Duration.ofSeconds(7), Duration.ofSeconds(31));
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://DB.example.org/shop, postgres://db.example.org:5432, shop",
        "JDBC:PostgreSQL://db:5433/shop?sslmode=require, postgres://db:5433, shop",
        "'jdbc:postgresql://db1:5433,db2/shop', postgres://db1:5433, shop",
        "'jdbc:postgresql://[2001:db8::7]/shop', 'postgres://[2001:db8::7]:5432', shop",
        "jdbc:postgresql://db/a%20b%2Fc, postgres://db:5432, a b/c",
        "jdbc:mysql://db/shop, mysql://db:3306, shop",
        "jdbc:mariadb://db:3307/shop?sslmode=verify-full, mysql://db:3307, shop",
        "jdbc:h2:tcp://db/mem:shop, h2:tcp://db:9092/mem:shop, mem:shop",
        "jdbc:h2:ssl://db:9093/~/shop;IFEXISTS=TRUE, h2:ssl://db:9093/~/shop, ~/shop",
        "jdbc:h2:mem:shop, h2:mem:shop, shop",
        "jdbc:h2:file:/srv/data/shop, h2:file:/srv/data/shop, /srv/data/shop",
        "jdbc:derby://db:1527/shop, derby://db:1527, shop",
        "jdbc:other://db/shop, other://db, shop"
    })
    void isNamedByTheRulesOfOpenLineage(String url, String namespace, String database) throws BadAddressException {
        DatabaseAddress address = DatabaseAddress.parse(url);

        assertThat(address.namespace()).isEqualTo(namespace);
        assertThat(address.database()).contains(database);
    }

    @ParameterizedTest
    @CsvSource({"jdbc:postgresql://db", "jdbc:postgresql://db/", "jdbc:mariadb://db:3306/", "jdbc:mysql://db"})
    void withoutADatabaseItIsAServer(String url) throws BadAddressException {
        assertThat(DatabaseAddress.parse(url).database()).isEmpty();
    }

    @Test
    void driverIsToldAddressesInsteadOfNames() throws Exception {
        assertThat(call("jdbc:postgresql://db1:5433,db2/shop", "192.0.2.1", "2001:db8::7")
                        .url())
                .isEqualTo("jdbc:postgresql://192.0.2.1:5433,[2001:db8:0:0:0:0:0:7]:5432/shop");
        assertThat(call("jdbc:mysql://db/shop", "192.0.2.1").url()).isEqualTo("jdbc:mariadb://192.0.2.1:3306/shop");
        assertThat(call("jdbc:h2:tcp://db/mem:shop", "192.0.2.1").url())
                .isEqualTo("jdbc:h2:tcp://192.0.2.1:9092/mem:shop;NETWORK_TIMEOUT=31000;IFEXISTS=TRUE");
    }

    @Test
    void driverIsToldNamesWhereTheCertificateMustBeForThem() throws Exception {
        assertThat(call("jdbc:postgresql://db/shop?sslmode=verify-full", "192.0.2.1")
                        .url())
                .isEqualTo("jdbc:postgresql://db:5432/shop");
        assertThat(call("jdbc:postgresql://db/shop?ssl=true", "192.0.2.1").url())
                .isEqualTo("jdbc:postgresql://db:5432/shop");
        assertThat(call("jdbc:mariadb://db/shop?sslMode=verify-full", "192.0.2.1")
                        .url())
                .isEqualTo("jdbc:mariadb://db:3306/shop");
    }

    @Test
    void databaseInAFileOrInMemoryIsNeverMade() throws Exception {
        assertThat(call("jdbc:h2:file:/srv/shop").url())
                .isEqualTo("jdbc:h2:file:/srv/base/shop;ACCESS_MODE_DATA=r;IFEXISTS=TRUE");
        assertThat(call("jdbc:h2:mem:shop").url()).isEqualTo("jdbc:h2:mem:shop;IFEXISTS=TRUE");
    }

    @Test
    void doorsOfMariaDbAreClosed() throws Exception {
        assertThat(call("jdbc:mariadb://db/shop?sslMode=trust", "192.0.2.1").properties())
                .containsEntry("allowLocalInfile", "false")
                .containsEntry("allowMultiQueries", "false")
                .containsEntry("permitRedirect", "false")
                .containsEntry("allowPublicKeyRetrieval", "false")
                .containsEntry("connectTimeout", "7000")
                .containsEntry("socketTimeout", "31000")
                .containsEntry("sslMode", "trust")
                .extractingByKey("restrictedAuth")
                .asString()
                .doesNotContain("clear", "dialog");
    }

    @Test
    void timeLimitsAndTheLargestResultOfPostgresqlAreSet() throws Exception {
        assertThat(call("jdbc:postgresql://db/shop?sslmode=verify-ca", "192.0.2.1")
                        .properties())
                .containsEntry("connectTimeout", "7")
                .containsEntry("socketTimeout", "31")
                .containsEntry("sslmode", "verify-ca")
                .containsEntry("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory")
                .containsKey("maxResultBuffer");
    }

    @Test
    void passwordIsNotSentInClearToWhoeverAsks() throws Exception {
        assertThat(call("jdbc:postgresql://db/shop", "192.0.2.1").properties())
                .containsEntry("requireAuth", "!password");
        assertThat(call("jdbc:postgresql://db/shop?sslmode=require", "192.0.2.1")
                        .properties())
                .doesNotContainKey("requireAuth");
    }

    @Test
    void withoutAnAccountNoneIsTakenFromElsewhere() throws Exception {
        assertThat(call("jdbc:postgresql://db/shop", "192.0.2.1").with(Optional.empty(), Optional.empty()))
                .containsEntry("user", "")
                .containsEntry("password", "");
    }
}
