package io.openintegration.daemon.connectors.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.ChangeSet;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.MetadataSource;
import io.openintegration.daemon.metadata.Requester;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.reconcile.RefreshMode;
import io.openintegration.daemon.spi.LineageIntegratorConnector;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Lineage from and to what other connectors catalogue. */
class JoinedDataSetsTest {

    private static final String JOB = "Job::demo::" + SparkEvents.JOB;
    private static final String CUSTOMERS = "DataSet::file::/data/spark/data/customers.csv";
    private static final String ORDERS = "DataSet::file::/data/spark/data/orders.csv";
    private static final String SALES = "DataSet::file::/data/spark/out/region_sales.parquet";

    private final LineageWorld world = new LineageWorld();

    @Test
    @DisplayName("a file that another connector catalogues is linked, with its columns, and not made a second time")
    void joined() {
        MetadataSource files = world.source("myhost");
        world.catalogueFile(files, "myhost::/data/spark/data/customers.csv", "id", "name", "region");
        world.context.send(SparkEvents.all());

        world.refresh(world.monitor(Map.of("namespaces", "file=myhost")), RefreshMode.SCHEDULED);

        assertThat(world.find(CUSTOMERS)).isEmpty();
        assertThat(world.links("DataFlow"))
                .contains("myhost::/data/spark/data/customers.csv -> " + JOB, ORDERS + " -> " + JOB);
        assertThat(world.links("DataMapping"))
                .contains("TabularFileColumn::myhost::/data/spark/data/customers.csv::region -> "
                        + column(SALES, "region"));
    }

    @Test
    @DisplayName(
            "columns of files that Spark read together lead to the columns of a table that it named without its schema")
    void filesToTable() {
        String daily = "myhost::/data/spark/data/daily/";
        String table = "postgres://db:5432::shop.public.region_sales";
        MetadataSource others = world.source("others");
        world.catalogueFile(others, daily + "orders-1.csv", "customer", "amount");
        world.catalogueFile(others, daily + "orders-2.csv", "customer", "amount");
        world.catalogueFile(others, table, "region", "total");
        world.context.send(List.of(SparkEvents.FILES_TO_TABLE));

        world.refresh(world.monitor(Map.of("namespaces", "file=myhost")), RefreshMode.SCHEDULED);

        String job = "Job::demo::region_sales.execute_save_into_data_source_command.region_sales";
        assertThat(world.links("DataFlow"))
                .contains(daily + "orders-1.csv -> " + job, daily + "orders-2.csv -> " + job, job + " -> " + table);
        assertThat(world.links("DataMapping"))
                .contains(
                        fileColumn(daily + "orders-1.csv", "amount") + " -> " + fileColumn(table, "total"),
                        fileColumn(daily + "orders-2.csv", "amount") + " -> " + fileColumn(table, "total"));
        assertThat(world.names()).noneMatch(name -> name.contains("shop.region_sales"));
    }

    @Test
    @DisplayName("what two producers tell of one table under two names stands side by side, and stays so")
    void oneTableUnderTwoNames() {
        String table = "postgres://db:5432::shop.public.t";
        world.catalogueFile(world.source("others"), table, "a", "b");
        LineageIntegratorConnector monitor = world.monitor(Map.of());
        world.context.send(List.of(writing("one", "shop.t", "a"), writing("two", "shop.public.t", "b")));
        world.refresh(monitor, RefreshMode.SCHEDULED);
        int before = world.store.changesApplied();

        world.context.send(List.of(writing("one", "shop.t", "a")));
        world.refresh(monitor, RefreshMode.CHANGES);
        world.refresh(monitor, RefreshMode.SCHEDULED);

        assertThat(world.links("DataMapping"))
                .containsExactly(
                        "TabularColumn::DataSet::n::one::x -> " + fileColumn(table, "a"),
                        "TabularColumn::DataSet::n::two::x -> " + fileColumn(table, "b"));
        assertThat(world.store.changesApplied()).isEqualTo(before);
    }

    @Test
    @DisplayName(
            "a data set of our own gives way when another connector catalogues it, and the lineage goes over to that")
    void adopted() {
        world.context.send(SparkEvents.all());
        LineageIntegratorConnector monitor = world.monitor(Map.of("namespaces", Map.of("file", "myhost")));
        world.refresh(monitor, RefreshMode.SCHEDULED);
        assertThat(world.names()).contains(CUSTOMERS);

        world.catalogueFile(world.source("myhost"), "myhost::/data/spark/data/customers.csv", "id", "name", "region");
        world.refresh(monitor, RefreshMode.SCHEDULED);

        assertThat(world.names()).doesNotContain(CUSTOMERS);
        assertThat(world.links("DataFlow"))
                .contains("myhost::/data/spark/data/customers.csv -> " + JOB)
                .noneMatch(link -> link.contains(CUSTOMERS));
        assertThat(world.links("DataMapping"))
                .contains("TabularFileColumn::myhost::/data/spark/data/customers.csv::name -> "
                        + column(SALES, "customer_name"))
                .noneMatch(link -> link.contains(CUSTOMERS));
    }

    @Test
    @DisplayName("what leaves the catalogue as an archived element keeps its lineage")
    void archived() {
        MetadataSource files = world.source("myhost");
        world.catalogueFile(files, "myhost::/data/spark/data/customers.csv", "id", "name", "region");
        world.context.send(SparkEvents.all());
        LineageIntegratorConnector monitor = world.monitor(Map.of("namespaces", "file=myhost"));
        world.refresh(monitor, RefreshMode.SCHEDULED);
        Element file = world.element("myhost::/data/spark/data/customers.csv");
        world.store.apply(
                new Requester(new UserId("files"), Optional.of(files)),
                new ChangeSet(List.of(new Change.RemoveElement(file.guid(), Change.Removal.ARCHIVE))));

        world.refresh(monitor, RefreshMode.SCHEDULED);

        assertThat(world.links("DataFlow"))
                .contains("myhost::/data/spark/data/customers.csv -> " + JOB, CUSTOMERS + " -> " + JOB);
    }

    /** Of a job that makes a column of a table from the column x of a data set, both named as the job is. */
    private static String writing(String job, String table, String column) {
        return """
                {"eventTime":"2026-01-31T12:00:00Z","job":{"namespace":"n","name":"%1$s"},
                 "inputs":[{"namespace":"n","name":"%1$s","facets":{"schema":{"fields":[{"name":"x"}]}}}],
                 "outputs":[{"namespace":"postgres://db:5432","name":"%2$s","facets":{"columnLineage":{"fields":{
                   "%3$s":{"inputFields":[{"namespace":"n","name":"%1$s","field":"x"}]}}}}}]}"""
                .formatted(job, table, column);
    }

    private static String fileColumn(String file, String name) {
        return "TabularFileColumn::" + file + "::" + name;
    }

    private static String column(String dataSet, String name) {
        return "TabularColumn::" + dataSet + "::" + name;
    }
}
