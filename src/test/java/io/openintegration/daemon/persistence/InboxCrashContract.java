package io.openintegration.daemon.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.spi.LineageInbox;
import io.openintegration.daemon.spi.ReceivedEvent;
import io.openintegration.daemon.testing.DoomedProcess;
import io.openintegration.daemon.testing.Kills;
import io.openintegration.daemon.testing.SharedDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process that files and folds events is killed, again and again. */
abstract class InboxCrashContract {

    private static final int MOST_ACKNOWLEDGED = 60;
    private static final int EVERYTHING = 1_000_000;

    /** @param directory for files, where it has any */
    abstract SharedDatabase newDatabase(Path directory);

    @Test
    void eventThatWasAcknowledgedWaitsOrIsNotedAndNoneIsHalfThereOrTwice(@TempDir Path directory) throws Exception {
        Kills kills = new Kills();
        Set<String> filed = new HashSet<>();
        try (SharedDatabase database = newDatabase(directory)) {
            new DaemonDatabase(database.dataSource()).migrate();
            for (int kill = 0; kill < kills.count(); kill++) {
                // Lets go of the file: H2's is for one process at a time.
                database.restart();
                List<String> arguments = new ArrayList<>(List.of("life" + kill));
                arguments.addAll(database.way());
                List<String> acknowledged = DoomedProcess.start(
                                directory.resolve("errors.txt"), CrashingInbox.class, arguments)
                        .killAfter(kills.some(MOST_ACKNOWLEDGED), kills::spendAMoment);
                database.awaitAlone();
                InboxScript script = InboxScript.on(database.dataSource());
                filed.addAll(filed(script, acknowledged, "kill " + kill));
                checkFolding(script, filed, "kill " + kill);
            }
        }
    }

    /** The connector that lets everything wait has all that was filed in this life. */
    private static List<String> filed(InboxScript script, List<String> acknowledged, String where) {
        List<String> waiting = drain(script.waiting());
        assertThat(waiting).as("%s: waiting", where).doesNotHaveDuplicates();
        assertThat(waiting)
                .as("%s: acknowledged", where)
                .containsAll(acknowledged.stream()
                        .map(InboxScript.Filing::of)
                        .flatMap(filing -> filing.events().stream())
                        .toList());
        assertThat(Set.copyOf(waiting))
                .as("%s: both events of a filing or none", where)
                .isEqualTo(wholeFilings(waiting));
        return waiting;
    }

    private static Set<String> wholeFilings(List<String> events) {
        Set<String> whole = new HashSet<>();
        for (String event : events) {
            whole.addAll(InboxScript.Filing.of(event).events());
        }
        return whole;
    }

    private static List<String> drain(LineageInbox inbox) {
        List<String> all = new ArrayList<>();
        List<ReceivedEvent> some = inbox.waiting(EVERYTHING);
        while (!some.isEmpty()) {
            some.forEach(event -> all.add(event.text()));
            inbox.settle(some.stream().map(ReceivedEvent::number).toList(), List.of());
            some = inbox.waiting(EVERYTHING);
        }
        return all;
    }

    /** @param filed what was filed in this life and those before, for both connectors alike */
    private static void checkFolding(InboxScript script, Set<String> filed, String where) {
        List<String> noted = script.noted();
        List<String> waiting = script.folding().waiting(EVERYTHING).stream()
                .map(ReceivedEvent::text)
                .toList();
        assertThat(Stream.concat(noted.stream(), waiting.stream()))
                .as("%s: each event waits or is noted, once", where)
                .containsExactlyInAnyOrderElementsOf(filed);
    }
}
