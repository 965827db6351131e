package io.openintegration.daemon.store.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.ChangeRejectedException;
import io.openintegration.daemon.metadata.ChangeResult;
import io.openintegration.daemon.metadata.ChangeSet;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.ElementRef;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.Relationship;
import io.openintegration.daemon.metadata.TypeName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the client does where it is not known what became of a change. */
class LostAnswersTest extends EgeriaFixture {

    @Test
    void folderWhoseContentIsLetGoWithoutAnAnswerIsPurgedAllTheSame() {
        Guid folder = made(create("FileFolder", "folder"));
        store.apply(OURS, ChangeSet.of(inFolder(folder, "file")));
        bench.server.loseAnswerTo(request -> request.matches("POST /related-elements/[^/]+/delete"));

        List<ChangeResult> results =
                store.apply(OURS, ChangeSet.of(new Change.RemoveElement(folder, Change.Removal.PURGE)));

        assertThat(results).extracting(ChangeResult::changed).containsExactly(true);
        assertThat(names()).containsExactly("file");
    }

    @Test
    void elementWhoseAnswerIsLostIsLookedForAndNotSentTwice() {
        Guid folder = made(create("FileFolder", "folder"));
        bench.server.forgetRequests();
        bench.server.loseAnswerTo("POST /metadata-elements"::equals);

        Guid file =
                store.apply(OURS, ChangeSet.of(inFolder(folder, "file"))).get(0).guid();

        assertThat(bench.server.requests())
                .filteredOn("POST /metadata-elements"::equals)
                .hasSize(1);
        assertThat(store.get(NOBODYS, file, false).flatMap(Element::qualifiedName))
                .contains(new QualifiedName("file"));
        assertThat(nameStream()).containsExactlyInAnyOrder("folder", "file");
        assertThat(bench.content.relationships()).hasSize(1);
    }

    @Test
    void elementThatWasMadeHalfIsCompleted() {
        TypeName confidentiality = new TypeName("Confidentiality");
        Guid folder = made(create("FileFolder", "folder"));
        Change.CreateElement plain = inFolder(folder, "file");
        bench.server.breakOffNextCreation();

        Guid file = store.apply(
                        OURS,
                        ChangeSet.of(new Change.CreateElement(
                                plain.type(),
                                plain.properties(),
                                Map.of(confidentiality, ElementProperties.NONE),
                                plain.anchor(),
                                plain.parent())))
                .get(0)
                .guid();

        assertThat(store.get(NOBODYS, file, false).orElseThrow().classifications())
                .containsKey(confidentiality);
        assertThat(store.relationships(NOBODYS, List.of(file), 2).get(file))
                .extracting(Relationship::end1)
                .containsExactly(folder);
        assertThat(nameStream()).containsExactlyInAnyOrder("folder", "file");
    }

    @Test
    void relationshipWhoseAnswerIsLostIsLookedForAndNotSentTwice() {
        Guid one = made(create("CSVFile", "one"));
        Guid other = made(create("CSVFile", "other"));
        Change flow = new Change.Relate(
                new TypeName("DataFlow"), ElementRef.to(one), ElementRef.to(other), ElementProperties.NONE);
        Guid first = store.apply(OURS, ChangeSet.of(flow)).get(0).guid();
        bench.server.forgetRequests();
        bench.server.loseAnswerTo("POST /related-elements"::equals);

        Guid second = store.apply(OURS, ChangeSet.of(flow)).get(0).guid();

        assertThat(bench.server.requests())
                .filteredOn("POST /related-elements"::equals)
                .hasSize(1);
        assertThat(store.relationships(NOBODYS, List.of(one), 1).get(one))
                .extracting(Relationship::guid)
                .containsExactlyInAnyOrder(first, second);
    }

    @Test
    void whatTheServerMadeAndThenRefusedIsTakenAwayAgain() {
        Guid folder = made(create("FileFolder", "folder"));
        Change bad = new Change.CreateElement(
                new TypeName("CSVFile"),
                named("n"),
                Map.of(),
                Optional.empty(),
                Optional.of(new Change.ParentLink(
                        NESTED_FILE,
                        ElementRef.to(folder),
                        true,
                        ElementProperties.builder().text("colour", "red").build())));

        ChangeRejectedException refused = catchThrowableOfType(
                ChangeRejectedException.class, () -> store.apply(OURS, ChangeSet.of(create("CSVFile", "before"), bad)));

        assertThat(refused.reason().id()).isEqualTo("OMAG-REPOSITORY-HANDLER-400-001");
        assertThat(refused.index()).isEqualTo(1);
        assertThat(names()).doesNotContain("n");
    }
}
