package io.openintegration.daemon.connectors.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.connectors.lineage.event.DataSetName;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableNameTest {

    @ParameterizedTest(name = "{0} is {1}")
    @DisplayName("a table of PostgreSQL is read as PostgreSQL reads it")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "shop.orders, shop.public.orders",
                "shop.sales.orders, shop.sales.orders",
                "Shop.SALES.Orders, Shop.sales.orders",
                "shop.\"Odd\".\"Mixed Case\", shop.Odd.Mixed Case",
                "shop.\"a.b\", shop.public.a.b",
                "shop.\"say \"\"so\"\"\", shop.public.say \"so\"",
                "shop.ÄRA, shop.public.Ära"
            })
    void inFull(String told, String inFull) {
        assertThat(TableName.inFull(new DataSetName("postgres://db:5432", told)))
                .contains(inFull);
    }

    @ParameterizedTest
    @DisplayName("what is no identifier of SQL has no other name than it has")
    @ValueSource(strings = {"shop", "shop.", ".orders", "shop.a..b", "shop.a.b.c", "shop.\"open", "shop.a."})
    void others(String told) {
        assertThat(TableName.inFull(new DataSetName("postgres://db:5432", told)))
                .isEmpty();
    }

    @Test
    @DisplayName("other databases have other rules")
    void otherDatabases() {
        assertThat(TableName.inFull(new DataSetName("mysql://db:3306", "shop.Orders")))
                .isEmpty();
    }
}
