package io.openintegration.daemon.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.metadata.BatchOutcome;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.types.TypeCatalogue;
import io.openintegration.daemon.store.embedded.CrashScript.Acknowledged;
import io.openintegration.daemon.testing.Kills;
import io.openintegration.daemon.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Who writes, or the database's server, is killed, again and again: what was acknowledged is there, nothing is half there or twice,
 * and what was not acknowledged can be repeated.
 */
abstract class CrashContract<D extends TestDatabase> {

    private static final int MOST_ACKNOWLEDGED = 12;

    /** @param directory for files, where it has any */
    abstract D newDatabase(Path directory);

    /**
     * All writers write until the kill; nothing of them is going on any more when it returns.
     *
     * @param acknowledgements after so many the moment begins
     * @param moment is spent with work, so that they may be anywhere; then comes the kill
     * @return for each writer what was acknowledged last; those to whom nothing was are left out
     */
    abstract Map<String, Acknowledged> writeUntilKilled(
            D database, Path directory, int acknowledgements, Runnable moment) throws Exception;

    @Test
    void nothingThatWasAcknowledgedIsLost(@TempDir Path directory) throws Exception {
        Kills kills = new Kills();
        try (D database = newDatabase(directory)) {
            for (int kill = 0; kill < kills.count(); kill++) {
                // Lets go of the file: H2's is for one process at a time.
                database.restart();
                Map<String, Acknowledged> acknowledged =
                        writeUntilKilled(database, directory, kills.some(MOST_ACKNOWLEDGED), kills::spendAMoment);
                EmbeddedMetadataStore store = open(database);
                for (String writer : CrashScript.WRITERS) {
                    check(new CrashScript(store, writer), acknowledged.get(writer), "kill " + kill + ", " + writer);
                }
                checkThatThereIsNothingElse(database, store, "kill " + kill);
            }
        }
    }

    /** @param last null where this writer acknowledged nothing in its life */
    private static void check(CrashScript script, Acknowledged last, String where) {
        int found = script.last();
        if (last != null) {
            // One more may have been written, and killed before it was told.
            assertThat(found).as("%s: last set", where).isBetween(last.number(), last.number() + 1);
            BatchOutcome repeated = script.carryOut(last.number());
            assertThat(repeated.repeated()).as("%s: receipt", where).isTrue();
            assertThat(CrashScript.guids(repeated)).as("%s: receipt", where).isEqualTo(last.guids());
        }
        checkWhole(script, found, where);
        // As a client does that does not know: after it, it is there once, whether it was before or not.
        int next = last == null ? found + 1 : last.number() + 1;
        assertThat(script.carryOut(next).repeated())
                .as("%s: unknown outcome", where)
                .isEqualTo(next == found);
        checkWhole(script, next, where + ", repeated");
    }

    private static void checkWhole(CrashScript script, int sets, String where) {
        assertThat(script.last()).as("%s: tally", where).isEqualTo(sets);
        List<QualifiedName> names = new ArrayList<>();
        for (int number = 1; number <= sets + 1; number++) {
            names.addAll(List.of(script.folder(number), script.file(number), script.part(number)));
        }
        Map<QualifiedName, Element> found = script.store().findByQualifiedNames(CrashScript.REQUESTER, names);
        for (int number = 1; number <= sets; number++) {
            boolean archived = number <= sets - CrashScript.KEPT;
            assertThat(found)
                    .as("%s: set %s of %s", where, number, sets)
                    .containsKeys(script.folder(number), script.file(number), script.part(number));
            assertThat(found.get(script.file(number)).isArchived())
                    .as("%s: file %s", where, number)
                    .isEqualTo(archived);
            assertThat(found.get(script.part(number)).isArchived())
                    .as("%s: part %s", where, number)
                    .isEqualTo(archived);
        }
        assertThat(found).as("%s: nothing of the next set", where).hasSize(3 * Math.max(0, sets));
    }

    /** By the tables themselves: all names differ, and there are as many rows as the sets have. */
    private static void checkThatThereIsNothingElse(TestDatabase database, EmbeddedMetadataStore store, String where) {
        var rows = StoredRows.of(database.dataSource(), CrashScript.SERVER);
        int sets = CrashScript.WRITERS.stream()
                .mapToInt(writer -> new CrashScript(store, writer).last())
                .sum();
        assertThat(rows.get("element")).as(where).hasSize(3 * sets + CrashScript.WRITERS.size());
        assertThat(rows.get("element").stream().map(row -> row.get("properties")))
                .as(where)
                .doesNotHaveDuplicates();
        assertThat(rows.get("relationship")).as(where).hasSize(sets);
        assertThat(rows.get("batch_receipt")).as(where).hasSize(sets + CrashScript.WRITERS.size());
    }

    private static EmbeddedMetadataStore open(TestDatabase database) {
        return new EmbeddedMetadataStores(database.dataSource(), TypeCatalogue.openMetadata(), Clock.systemUTC())
                .open(CrashScript.SERVER);
    }
}
