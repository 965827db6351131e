package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.ChangeSet;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.MetadataSource;
import io.openintegration.daemon.metadata.MetadataStore;
import io.openintegration.daemon.metadata.Paging;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.Relationship;
import io.openintegration.daemon.metadata.Requester;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.TextSearch;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.metadata.types.TypeCatalogue;
import io.openintegration.daemon.persistence.DaemonDatabase;
import io.openintegration.daemon.persistence.JdbiLedgers;
import io.openintegration.daemon.store.embedded.EmbeddedMetadataStores;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** A tree that grows and changes, and the daemon that catalogues it; its ledger and the metadata server are in one database. */
final class GrowingCatalogue {

    static final MetadataSourceName SOURCE = new MetadataSourceName(new QualifiedName("source::growing"));

    private static final int FILES_A_STEP = 8;
    private static final int FILES_IN_FOLDER = 20;

    final MetadataStore store;
    final Ledger ledger;
    final Requester requester;
    private final Reconciler reconciler;

    private GrowingCatalogue(MetadataStore store, Ledger ledger) {
        this.store = store;
        this.ledger = ledger;
        this.requester = SOURCE.in(store);
        this.reconciler = new Reconciler(
                store,
                ledger,
                requester,
                () -> {},
                new ReconcileOptions(50, Change.Removal.ARCHIVE)
                        .with(ReconcileOptions.standard().removal(), RemovalGuards.NONE),
                work -> new Thread(work).start());
    }

    static GrowingCatalogue on(DataSource database) {
        DaemonDatabase daemons = new DaemonDatabase(database);
        daemons.migrate();
        MetadataStore store = new EmbeddedMetadataStores(database, TypeCatalogue.openMetadata(), Clock.systemUTC())
                .open(new ServerName("store"));
        return new GrowingCatalogue(
                store, new JdbiLedgers(daemons).ledger(new ServerName("daemon"), "connector", new ServerName("store")));
    }

    /** A step of the tree's growth, from 0: files come, and a third of those that are there are changed. */
    static Node tree(int step) {
        int files = step * FILES_A_STEP;
        return Node.folder(
                "top",
                IntStream.rangeClosed(0, files / FILES_IN_FOLDER)
                        .mapToObj(folder -> Node.folder(
                                "folder" + folder,
                                IntStream.range(
                                                folder * FILES_IN_FOLDER,
                                                Math.min(files, (folder + 1) * FILES_IN_FOLDER))
                                        .mapToObj(file -> file(file, step))
                                        .toArray(Node[]::new)))
                        .toArray(Node[]::new));
    }

    private static Node file(int number, int step) {
        String key = "file" + number;
        int revision = step - (step + number) % 3;
        return number % 4 == 0 ? Node.csv(key, "id", "column" + revision) : Node.file(key, revision);
    }

    ReconcileReport refresh(int step) {
        RunOrigin origin =
                new RunOrigin(UUID.randomUUID().toString(), Clock.systemUTC().instant());
        try (ReconcileRun run = reconciler.begin(RefreshMode.SCHEDULED, origin)) {
            World.describe(run, tree(step));
            return run.finish();
        }
    }

    /** Archived ones too. */
    List<Element> elements() {
        return store.find(
                requester,
                new TextSearch(
                        "test::",
                        Optional.empty(),
                        TextSearch.Match.STARTS_WITH,
                        false,
                        true,
                        new Paging(0, Integer.MAX_VALUE)));
    }

    List<Relationship> links(List<Element> to) {
        return store.relationships(requester, to.stream().map(Element::guid).toList(), 2).values().stream()
                .flatMap(Collection::stream)
                .toList();
    }

    /** A metadata source that is made when it is first needed. */
    record MetadataSourceName(QualifiedName name) {

        private static final Requester USER = new Requester(new UserId("growing"), Optional.empty());

        Requester in(MetadataStore store) {
            Element known = store.findByQualifiedNames(USER, List.of(name)).get(name);
            return USER.withSource(new MetadataSource(
                    known != null
                            ? known.guid()
                            : store.apply(USER, ChangeSet.of(World.creation("FileSystem", name)))
                                    .get(0)
                                    .guid(),
                    name));
        }
    }
}
