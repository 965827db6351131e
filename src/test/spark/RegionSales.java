import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * A job of the kind that OpenLineage tells of, for JoinedUpIT: what the customers of each region ordered, from two CSV files into a table that
 * exists already. The JVM compiles it as it starts it, so Spark is on the class path of no test. Settings of Spark are system properties.
 *
 * <p>Arguments: the files of customers and of orders, the URL of the database, and the table. What is secret comes by environment variables.
 */
final class RegionSales {

    private RegionSales() {}

    public static void main(String[] arguments) {
        try (SparkSession spark = SparkSession.builder()
                .config("spark.openlineage.transport.auth.apiKey", System.getenv("OPENLINEAGE_API_KEY"))
                .getOrCreate()) {
            view(spark, "customers", arguments[0]);
            view(spark, "orders", arguments[1]);
            spark.sql("SELECT c.region, CAST(SUM(o.amount) AS DECIMAL(10, 2)) AS total"
                            + " FROM customers c JOIN orders o ON o.customer = c.id GROUP BY c.region")
                    .write()
                    .format("jdbc")
                    .option("url", arguments[2])
                    .option("dbtable", arguments[3])
                    .option("user", System.getenv("DATABASE_USER"))
                    .option("password", System.getenv("DATABASE_PASSWORD"))
                    .option("truncate", true) // emptied, not replaced by another table
                    .mode(SaveMode.Overwrite)
                    .save();
        }
    }

    private static void view(SparkSession spark, String name, String file) {
        spark.read().option("header", true).csv(file).createOrReplaceTempView(name);
    }
}
