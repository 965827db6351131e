package io.openintegration.daemon.connectors.databases.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrantsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GRANT ALL PRIVILEGES ON *.* TO `root`@`%` | shop | SELECT | true",
                "GRANT SELECT ON *.* TO `a`@`%` | shop | SELECT | true",
                "GRANT SELECT, SHOW DATABASES ON *.* TO `a`@`%` | * | SHOW DATABASES | true",
                "GRANT USAGE ON *.* TO `a`@`%` IDENTIFIED BY PASSWORD '*1' | shop | SELECT | false",
                "GRANT SELECT, SHOW VIEW ON `shop`.* TO `a`@`%` | shop | SELECT | true",
                "GRANT SELECT ON `shop`.* TO `a`@`%` | * | SELECT | false",
                "GRANT ALL PRIVILEGES ON `shop`.* TO `a`@`%` | other | SELECT | false",
                "GRANT SELECT ON `sh\\_p`.* TO `a`@`%` | sh_p | SELECT | true",
                "GRANT SELECT ON `sh\\_p`.* TO `a`@`%` | shop | SELECT | false",
                "GRANT SELECT ON `sh_p`.* TO `a`@`%` | shop | SELECT | true",
                "GRANT SELECT ON `sh%`.* TO `a`@`%` | shopping | SELECT | true",
                "GRANT SELECT ON `a``b`.* TO `a`@`%` | a`b | SELECT | true",
                "GRANT SELECT ON `shop`.`orders` TO `a`@`%` | shop | SELECT | false",
                "GRANT SELECT (`id`) ON `shop`.`orders` TO `a`@`%` | shop | SELECT | false",
                "GRANT INSERT ON `shop`.* TO `a`@`%` | shop | SELECT | false",
                "GRANT `reader`@`%` TO `a`@`%` | shop | SELECT | false"
            })
    void onlyARightToAWholeDatabaseIsTheRightToSeeAll(String line, String database, String right, boolean covered) {
        Grants grants = new Grants();
        grants.add(line);

        assertThat(grants.cover(database, right)).isEqualTo(covered);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GRANT SELECT ON *.* TO `a`@`%` | orders | true",
                "GRANT SELECT ON `sh%`.* TO `a`@`%` | orders | true",
                "GRANT INSERT, SELECT ON `shop`.`orders` TO `a`@`%` | orders | true",
                "GRANT ALL PRIVILEGES ON `shop`.`orders` TO `a`@`%` WITH GRANT OPTION | orders | true",
                "GRANT SELECT ON `shop`.`or``ders` TO `a`@`%` | or`ders | true",
                "GRANT SELECT ON `shop`.`*` TO `a`@`%` | orders | false",
                "GRANT SELECT ON `shop`.`*` TO `a`@`%` | * | true",
                "GRANT SELECT ON `shop`.`Orders` TO `a`@`%` | orders | false",
                "GRANT SELECT ON `sh%`.`orders` TO `a`@`%` | orders | false",
                "GRANT DELETE ON `shop`.`orders` TO `a`@`%` | orders | false",
                "GRANT SELECT (`id`), DELETE ON `shop`.`orders` TO `a`@`%` | orders | false",
                "GRANT SELECT (id, SELECT, x) ON `shop`.`orders` TO `a`@`%` | orders | false",
                "GRANT INSERT (x), SELECT ON `shop`.`orders` TO `a`@`%` | orders | false",
                "GRANT EXECUTE ON PROCEDURE `shop`.`orders` TO `a`@`%` | orders | false"
            })
    void onlyARightThatNamesNoColumnsIsTheRightToAWholeTable(String line, String table, boolean covered) {
        Grants grants = new Grants();
        grants.add(line);

        assertThat(grants.coverTable("shop", table, "SELECT")).isEqualTo(covered);
    }

    @Test
    void rightsToATableAreOfAllItsLines() {
        Grants grants = new Grants();
        grants.add("GRANT SELECT ON `shop`.`orders` TO `a`@`%`");
        grants.add("GRANT DELETE ON `shop`.`orders` TO `reader`");

        assertThat(grants.coverTable("shop", "orders", "SELECT")).isTrue();
    }
}
