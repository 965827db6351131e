package io.openintegration.daemon.store.embedded;

import io.openintegration.daemon.metadata.types.TypeCatalogue;
import io.openintegration.daemon.testing.H2Database;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A process that writes until it is killed, and says on its standard output what was acknowledged. */
final class CrashingWriter {

    /** Ends each acknowledgement, so that half a line is known as such. */
    static final String END = " .";

    private CrashingWriter() {}

    /** @param arguments {@code h2} and the directory of its files, or {@code postgres}, URL, user and password */
    public static void main(String... arguments) {
        EmbeddedMetadataStore store = new EmbeddedMetadataStores(
                        dataSource(arguments), TypeCatalogue.openMetadata(), Clock.systemUTC())
                .open(CrashScript.SERVER);
        CompletableFuture.allOf(CrashScript.WRITERS.stream()
                        .map(writer -> CompletableFuture.runAsync(
                                () -> write(new CrashScript(store, writer)), task -> new Thread(task).start()))
                        .toArray(CompletableFuture<?>[]::new))
                .join();
    }

    private static void write(CrashScript script) {
        int number = script.last();
        while (true) {
            number++;
            say("ack " + script.writer() + " " + number + " " + CrashScript.guids(script.carryOut(number)) + END);
        }
    }

    private static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    private static DataSource dataSource(String... arguments) {
        if (arguments[0].equals("h2")) {
            return new H2Database(Path.of(arguments[1])).dataSource();
        }
        PGSimpleDataSource postgres = new PGSimpleDataSource();
        postgres.setURL(arguments[1]);
        postgres.setUser(arguments[2]);
        postgres.setPassword(arguments[3]);
        return postgres;
    }
}
