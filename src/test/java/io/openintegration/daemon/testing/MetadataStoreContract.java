package io.openintegration.daemon.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.Change.Removal;
import io.openintegration.daemon.metadata.ChangeRejectedException;
import io.openintegration.daemon.metadata.ChangeResult;
import io.openintegration.daemon.metadata.ChangeSet;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.ElementRef;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.MetadataSource;
import io.openintegration.daemon.metadata.MetadataStore;
import io.openintegration.daemon.metadata.MetadataStoreException.Kind;
import io.openintegration.daemon.metadata.Paging;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.RelatedQuery;
import io.openintegration.daemon.metadata.Requester;
import io.openintegration.daemon.metadata.TextSearch;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.metadata.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;

/**
 * What every {@link MetadataStore} must keep to, in several parts: {@link MetadataStoreWriteContract},
 * {@link MetadataStoreRelationshipContract}, {@link MetadataStoreRemovalContract}, {@link MetadataStoreReadContract},
 * {@link MetadataStoreQuestionContract}, {@link MetadataStoreConcurrencyContract}. An implementation's test extends them all. Here is what they share.
 */
public abstract class MetadataStoreContract {

    protected static final Instant NOW = Instant.parse("2026-11-23T10:15:30.123Z");
    protected static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    protected static final TypeName CSV_FILE = new TypeName("CSVFile");
    protected static final TypeName FOLDER = new TypeName("FileFolder");
    protected static final TypeName NESTED_FILE = new TypeName("NestedFile");

    protected static final Requester ANYONE = new Requester(new UserId("peter"), Optional.empty());
    protected static final Requester OWNER = new Requester(new UserId("erin"), Optional.empty())
            .withSource(new MetadataSource(new Guid("source-1"), new QualifiedName("src::1")));
    protected static final Requester STRANGER = new Requester(new UserId("erin"), Optional.empty())
            .withSource(new MetadataSource(new Guid("source-2"), new QualifiedName("src::2")));

    protected MetadataStore store;

    /** An empty store whose clock shows {@link #NOW}. */
    protected abstract MetadataStore emptyStore();

    @BeforeEach
    void openStore() {
        store = emptyStore();
    }

    protected ChangeResult one(Requester requester, Change change) {
        return store.apply(requester, ChangeSet.of(change)).get(0);
    }

    protected Guid file(String name) {
        return file(ANYONE, name);
    }

    protected Guid file(Requester requester, String name) {
        return one(requester, create(CSV_FILE, named(name))).guid();
    }

    protected Guid folder(String name) {
        return one(ANYONE, create(FOLDER, named(name))).guid();
    }

    protected Guid part(Guid anchor, String name) {
        return one(ANYONE, anchored(ElementRef.to(anchor), name)).guid();
    }

    protected Element read(Guid guid) {
        return store.get(ANYONE, guid, true).orElseThrow();
    }

    protected List<String> found(TextSearch search) {
        return store.find(ANYONE, search).stream()
                .map(element -> element.qualifiedName().orElseThrow().value())
                .toList();
    }

    protected ChangeRejectedException rejected(Requester requester, Change... changes) {
        ChangeRejectedException rejected = catchThrowableOfType(
                ChangeRejectedException.class, () -> store.apply(requester, ChangeSet.of(changes)));
        assertThat(rejected).as("the change set is refused").isNotNull();
        return rejected;
    }

    protected void refused(Kind kind, String messageId, Requester requester, Change change) {
        ChangeRejectedException rejected = rejected(requester, change);
        assertThat(rejected.kind()).isEqualTo(kind);
        assertThat(rejected.reason().id()).isEqualTo(messageId);
    }

    protected static Change.CreateElement create(TypeName type, ElementProperties properties) {
        return new Change.CreateElement(type, properties, Map.of(), Optional.empty(), Optional.empty());
    }

    protected static Change.CreateElement inFolder(ElementRef folder, String name) {
        return new Change.CreateElement(
                CSV_FILE,
                named(name),
                Map.of(),
                Optional.empty(),
                Optional.of(new Change.ParentLink(NESTED_FILE, folder, true, ElementProperties.NONE)));
    }

    protected static Change.CreateElement anchored(ElementRef anchor, String name) {
        return new Change.CreateElement(
                new TypeName("TabularSchemaType"), named(name), Map.of(), Optional.of(anchor), Optional.empty());
    }

    protected static Change.UpdateElement describe(Guid element, String description) {
        return new Change.UpdateElement(
                element,
                ElementProperties.builder().text("description", description).build(),
                true);
    }

    protected static Change.RemoveElement archive(Guid element) {
        return new Change.RemoveElement(element, Removal.ARCHIVE);
    }

    protected static Change.RemoveElement purge(Guid element) {
        return new Change.RemoveElement(element, Removal.PURGE);
    }

    protected static Change.Relate relate(String type, Guid end1, Guid end2, ElementProperties properties) {
        return new Change.Relate(new TypeName(type), ElementRef.to(end1), ElementRef.to(end2), properties);
    }

    protected static ElementProperties named(String name) {
        return ElementProperties.builder().text("qualifiedName", name).build();
    }

    protected static RelatedQuery neighbours(Guid element, int startingAtEnd) {
        return new RelatedQuery(element, Optional.empty(), startingAtEnd, false, new Paging(0, 100));
    }

    protected static TextSearch containing(String text) {
        return new TextSearch(text, Optional.empty(), TextSearch.Match.CONTAINS, true, false, new Paging(0, 100));
    }
}
