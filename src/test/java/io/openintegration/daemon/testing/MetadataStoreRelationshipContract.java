package io.openintegration.daemon.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.ChangeResult;
import io.openintegration.daemon.metadata.ChangeSet;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.MetadataStoreException.Kind;
import io.openintegration.daemon.metadata.Relationship;
import io.openintegration.daemon.metadata.TypeName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Relationships: making, updating and removing them. */
public abstract class MetadataStoreRelationshipContract extends MetadataStoreContract {

    @Test
    void uniLinkIsUpdatedWhenMadeAgain() {
        Guid database =
                one(ANYONE, create(new TypeName("FileSystem"), named("system"))).guid();
        Guid folder = folder("folder");
        ElementProperties use =
                ElementProperties.builder().text("description", "d").build();
        ChangeResult first = one(ANYONE, relate("CapabilityAssetUse", database, folder, ElementProperties.NONE));
        assertThat(one(ANYONE, relate("CapabilityAssetUse", database, folder, use)))
                .isEqualTo(new ChangeResult(first.guid(), 2, true));
        assertThat(one(ANYONE, relate("CapabilityAssetUse", database, folder, use)))
                .isEqualTo(new ChangeResult(first.guid(), 2, false));
        assertThat(store.related(ANYONE, neighbours(database, 1)))
                .singleElement()
                .satisfies(
                        found -> assertThat(found.relationship().properties()).isEqualTo(use));
    }

    @Test
    void relationshipsOfManyElementsAreToldByTheEndAtWhichTheySit() {
        Guid folder = folder("folder");
        Guid one = file("one");
        Guid two = file("two");
        Guid loose = file("loose");
        Guid first = one(ANYONE, relate("NestedFile", folder, one, ElementProperties.NONE))
                .guid();
        Guid second = one(ANYONE, relate("NestedFile", folder, two, ElementProperties.NONE))
                .guid();
        Guid flow = one(ANYONE, relate("DataFlow", one, two, ElementProperties.NONE))
                .guid();
        List<Guid> files = List.of(one, two, loose, new Guid("of-nothing"));

        Map<Guid, List<Relationship>> atEnd2 = store.relationships(ANYONE, files, 2);
        Map<Guid, List<Relationship>> atEnd1 = store.relationships(ANYONE, files, 1);

        assertThat(atEnd2).containsOnlyKeys(one, two);
        assertThat(atEnd2.get(one)).extracting(Relationship::guid).containsExactly(first);
        assertThat(atEnd2.get(two)).extracting(Relationship::guid).containsExactly(second, flow);
        assertThat(atEnd1).containsOnlyKeys(one);
        assertThat(atEnd1.get(one)).singleElement().satisfies(link -> {
            assertThat(link.guid()).isEqualTo(flow);
            assertThat(link.end2()).isEqualTo(two);
        });
        assertThat(store.relationships(ANYONE, List.of(), 1)).isEmpty();

        Map<Guid, List<Relationship>> ofAType = store.relationships(ANYONE, files, 2, Set.of(new TypeName("DataFlow")));
        assertThat(ofAType).containsOnlyKeys(two);
        assertThat(ofAType.get(two)).extracting(Relationship::guid).containsExactly(flow);
        assertThat(store.relationships(ANYONE, files, 2, Set.of(new TypeName("DataFlow"), new TypeName("NestedFile"))))
                .isEqualTo(atEnd2);
        assertThat(store.relationships(ANYONE, files, 2, Set.of())).isEmpty();
    }

    @Test
    void uniLinkMadeTwiceInOneSetIsOne() {
        Guid folder = folder("folder");
        Guid file = file("n");
        Change.Relate relate = relate("NestedFile", folder, file, ElementProperties.NONE);
        List<ChangeResult> results = store.apply(ANYONE, ChangeSet.of(relate, relate));
        assertThat(results.get(1)).isEqualTo(new ChangeResult(results.get(0).guid(), 1, false));
    }

    @Test
    void multiLinkIsAnotherEachTime() {
        Guid from = file("a");
        Guid to = file("b");
        Change.Relate flow = relate("DataFlow", from, to, ElementProperties.NONE);
        assertThat(one(ANYONE, flow).guid()).isNotEqualTo(one(ANYONE, flow).guid());
        assertThat(store.related(ANYONE, neighbours(from, 1))).hasSize(2);
    }

    @Test
    void endsOfTheWrongTypeAreRefused() {
        refused(
                Kind.INVALID_REQUEST,
                "OMAG-COMMON-400-019",
                ANYONE,
                relate("NestedFile", file("n"), folder("folder"), ElementProperties.NONE));
    }

    @Test
    void relationshipIsUpdatedAndRemoved() {
        Guid flow = one(ANYONE, relate("DataFlow", file("a"), file("b"), ElementProperties.NONE))
                .guid();
        ElementProperties label = ElementProperties.builder().text("label", "x").build();
        assertThat(one(ANYONE, new Change.UpdateRelationship(flow, label, true)))
                .isEqualTo(new ChangeResult(flow, 2, true));
        assertThat(one(ANYONE, new Change.UpdateRelationship(flow, label, false)))
                .isEqualTo(new ChangeResult(flow, 2, false));
        assertThat(one(ANYONE, new Change.Unrelate(flow))).isEqualTo(new ChangeResult(flow, 0, true));
        assertThat(one(ANYONE, new Change.Unrelate(flow))).isEqualTo(new ChangeResult(flow, 0, false));
        refused(
                Kind.NOT_FOUND,
                "OMAG-REPOSITORY-HANDLER-404-012",
                ANYONE,
                new Change.UpdateRelationship(flow, label, true));
    }

    @Test
    void relationshipBelongsToTheSourceThatMadeIt() {
        Guid flow = one(OWNER, relate("DataFlow", file("a"), file("b"), ElementProperties.NONE))
                .guid();
        refused(Kind.NOT_AUTHORIZED, "OMAG-REPOSITORY-HANDLER-400-008", ANYONE, new Change.Unrelate(flow));
        assertThat(one(OWNER, new Change.Unrelate(flow)).changed()).isTrue();
    }
}
