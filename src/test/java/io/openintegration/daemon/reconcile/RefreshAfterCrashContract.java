package io.openintegration.daemon.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.testing.DoomedProcess;
import io.openintegration.daemon.testing.Kills;
import io.openintegration.daemon.testing.SharedDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A daemon is killed in the middle of a refresh, again and again: the next refresh repairs the rest. */
abstract class RefreshAfterCrashContract {

    private static final int MOST_REFRESHES = 4;

    /** @param directory for files, where it has any */
    abstract SharedDatabase newDatabase(Path directory);

    @Test
    void oneRefreshLeavesExactlyWhatIsThere(@TempDir Path directory) throws Exception {
        Kills kills = new Kills();
        int step = 0;
        try (SharedDatabase database = newDatabase(directory)) {
            for (int kill = 0; kill < kills.count(); kill++) {
                // Lets go of the file: H2's is for one process at a time.
                database.restart();
                List<String> arguments = new ArrayList<>(List.of(Integer.toString(step)));
                arguments.addAll(database.way());
                List<String> refreshed = DoomedProcess.start(
                                directory.resolve("errors.txt"), CrashingDaemon.class, arguments)
                        .killAfter(kills.some(MOST_REFRESHES), kills::spendAMoment);
                database.awaitAlone();
                // as it was before the refresh that was killed, as it was in it, or as it was after
                step = Integer.parseInt(refreshed.get(refreshed.size() - 1)) + kills.some(3) - 1;
                check(GrowingCatalogue.on(database.dataSource()), step, "kill " + kill + ", step " + step);
            }
        }
    }

    private static void check(GrowingCatalogue catalogue, int step, String where) {
        assertThat(catalogue.refresh(step).problems()).as(where).isEmpty();

        List<Element> elements = catalogue.elements();
        assertThat(elements.stream().map(Element::qualifiedName))
                .as("%s: names", where)
                .doesNotHaveDuplicates();
        assertThat(CatalogueWords.of(
                        elements,
                        catalogue.links(elements),
                        catalogue.requester.source().orElseThrow()))
                .as("%s: catalogue", where)
                .isEqualTo(CatalogueWords.expected(
                        List.of(GrowingCatalogue.tree(step)), GrowingCatalogue.SOURCE.name(), Set.of()));
        assertThat(catalogue.ledger.owners(guids(elements)).keySet())
                .as("%s: ledger", where)
                .isEqualTo(Set.copyOf(guids(elements.stream()
                        .filter(element -> !element.isArchived())
                        .toList())));
        assertThat(catalogue.ledger.intended()).as("%s: intents", where).isEmpty();

        ReconcileReport again = catalogue.refresh(step);
        assertThat(again.created() + again.updated() + again.removed())
                .as("%s: changes of another refresh", where)
                .isZero();
    }

    private static List<Guid> guids(List<Element> elements) {
        return elements.stream().map(Element::guid).collect(Collectors.toList());
    }
}
