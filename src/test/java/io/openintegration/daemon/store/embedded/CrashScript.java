package io.openintegration.daemon.store.embedded;

import io.openintegration.daemon.metadata.BatchId;
import io.openintegration.daemon.metadata.BatchOutcome;
import io.openintegration.daemon.metadata.BatchStore;
import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.ChangeResult;
import io.openintegration.daemon.metadata.ChangeSet;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.ElementRef;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.Requester;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.metadata.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What one writer writes, set by set, so that another process knows what must be there: set 0 makes the writer's tally; each later
 * one makes a folder, a file in it and a part of the file, notes its number at the tally, and archives the file of three
 * sets before, whose part goes along. The same set is the same changes, whoever makes it.
 */
record CrashScript(BatchStore store, String writer) {

    static final ServerName SERVER = new ServerName("crash");
    static final List<String> WRITERS = List.of("first", "second");
    static final Requester REQUESTER = new Requester(new UserId("erin"), Optional.empty());

    /** So many sets later a file is archived. */
    static final int KEPT = 3;

    static final TypeName NOTE = new TypeName("Confidentiality");

    private static final ElementProperties NOTHING = ElementProperties.builder().build();

    BatchOutcome carryOut(int number) {
        return store.applyOnce(REQUESTER, new BatchId(writer + "-" + number, 0, "digest"), new ChangeSet(set(number)));
    }

    static String guids(BatchOutcome outcome) {
        return outcome.results().stream()
                .map(ChangeResult::guid)
                .map(Object::toString)
                .collect(Collectors.joining(","));
    }

    QualifiedName tally() {
        return new QualifiedName(writer);
    }

    QualifiedName folder(int number) {
        return new QualifiedName(writer + "/" + number);
    }

    QualifiedName file(int number) {
        return new QualifiedName(writer + "/" + number + "/file");
    }

    QualifiedName part(int number) {
        return new QualifiedName(writer + "/" + number + "/file::part");
    }

    /** The number of the last set that the store has; -1 where it has none. */
    int last() {
        Element tally = store.findByQualifiedNames(REQUESTER, List.of(tally())).get(tally());
        if (tally == null) {
            return -1;
        }
        return Optional.ofNullable(tally.classifications().get(NOTE))
                .flatMap(note -> note.text("notes"))
                .map(Integer::parseInt)
                .orElse(0);
    }

    private List<Change> set(int number) {
        List<Change> changes = new ArrayList<>();
        if (number == 0) {
            changes.add(create("FileFolder", tally(), Optional.empty(), Optional.empty()));
            return changes;
        }
        changes.add(create("FileFolder", folder(number), Optional.empty(), Optional.empty()));
        changes.add(create(
                "CSVFile",
                file(number),
                Optional.empty(),
                Optional.of(new Change.ParentLink(
                        new TypeName("NestedFile"), ElementRef.to(folder(number)), true, NOTHING))));
        changes.add(
                create("TabularSchemaType", part(number), Optional.of(ElementRef.to(file(number))), Optional.empty()));
        changes.add(new Change.Classify(
                ElementRef.to(tally()),
                NOTE,
                ElementProperties.builder()
                        .text("notes", Integer.toString(number))
                        .build()));
        if (number > KEPT) {
            QualifiedName old = file(number - KEPT);
            Element element =
                    store.findByQualifiedNames(REQUESTER, List.of(old)).get(old);
            changes.add(new Change.RemoveElement(element.guid(), Change.Removal.ARCHIVE));
        }
        return changes;
    }

    private static Change create(
            String type, QualifiedName name, Optional<ElementRef> anchor, Optional<Change.ParentLink> parent) {
        return new Change.CreateElement(
                new TypeName(type),
                ElementProperties.builder().text("qualifiedName", name.value()).build(),
                Map.of(),
                anchor,
                parent);
    }

    /** @param guids of the set's results, in their order */
    record Acknowledged(int number, String guids) {}
}
