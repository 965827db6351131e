package io.openintegration.daemon.store.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.metadata.MetadataStore;
import io.openintegration.daemon.testing.EgeriaMetadataServer;
import io.openintegration.daemon.testing.MetadataStoreConcurrencyContract;
import io.openintegration.daemon.testing.MetadataStoreContract;
import io.openintegration.daemon.testing.MetadataStoreReadContract;
import io.openintegration.daemon.testing.MetadataStoreRelationshipContract;
import io.openintegration.daemon.testing.MetadataStoreRemovalContract;
import io.openintegration.daemon.testing.MetadataStoreSearchContract;
import io.openintegration.daemon.testing.MetadataStoreWriteContract;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

/** The port's contract over HTTP, by the calls and with the oddities of Egeria 6 ({@link EgeriaMetadataServer}). */
class EgeriaContractTest {

    private final List<RemoteBench> benches = new ArrayList<>();

    @AfterEach
    void close() {
        benches.forEach(RemoteBench::close);
        assertThat(benches).allSatisfy(bench -> assertThat(bench.server.races())
                .as("elements of one name in the making at once")
                .isZero());
    }

    private MetadataStore emptyEgeria() {
        return emptyEgeria(Duration.ZERO);
    }

    /** @param gap in which others would make an element of the same name, if they were let */
    private MetadataStore emptyEgeria(Duration gap) {
        RemoteBench bench = new RemoteBench(Clocks.CLOCK);
        bench.server.gapBeforeMaking(gap);
        benches.add(bench);
        return bench.connect();
    }

    /** Lets the clock of the contract be seen from here. */
    private abstract static class Clocks extends MetadataStoreContract {
        private static final Clock CLOCK = MetadataStoreContract.CLOCK;
    }

    @Nested
    class Writes extends MetadataStoreWriteContract {
        @Override
        protected MetadataStore emptyStore() {
            return emptyEgeria();
        }
    }

    @Nested
    class Relationships extends MetadataStoreRelationshipContract {
        @Override
        protected MetadataStore emptyStore() {
            return emptyEgeria();
        }
    }

    @Nested
    class ParallelWriters extends MetadataStoreConcurrencyContract {
        @Override
        protected MetadataStore emptyStore() {
            return emptyEgeria(Duration.ofMillis(20));
        }
    }

    @Nested
    class Removals extends MetadataStoreRemovalContract {
        @Override
        protected MetadataStore emptyStore() {
            return emptyEgeria();
        }
    }

    /** Of the questions those for which the protocol has words ({@link io.openintegration.daemon.testing.MetadataStoreQuestionContract}). */
    @Nested
    class Searches extends MetadataStoreSearchContract {
        @Override
        protected MetadataStore emptyStore() {
            return emptyEgeria();
        }
    }

    @Nested
    class Reads extends MetadataStoreReadContract {
        @Override
        protected MetadataStore emptyStore() {
            return emptyEgeria();
        }
    }
}
