package io.openintegration.daemon.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.MetadataMessage;
import io.openintegration.daemon.metadata.MetadataStore;
import io.openintegration.daemon.metadata.MetadataStoreException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class InMemoryMetadataStoreTest {

    @Nested
    class Writes extends MetadataStoreWriteContract {
        @Override
        protected MetadataStore emptyStore() {
            return new InMemoryMetadataStore(CLOCK);
        }
    }

    @Nested
    class Relationships extends MetadataStoreRelationshipContract {
        @Override
        protected MetadataStore emptyStore() {
            return new InMemoryMetadataStore(CLOCK);
        }
    }

    @Nested
    class ParallelWriters extends MetadataStoreConcurrencyContract {
        @Override
        protected MetadataStore emptyStore() {
            return new InMemoryMetadataStore(CLOCK);
        }
    }

    @Nested
    class Removals extends MetadataStoreRemovalContract {
        @Override
        protected MetadataStore emptyStore() {
            return new InMemoryMetadataStore(CLOCK);
        }
    }

    @Nested
    class Searches extends MetadataStoreQuestionContract {
        @Override
        protected MetadataStore emptyStore() {
            return new InMemoryMetadataStore(CLOCK);
        }
    }

    @Nested
    class Batches extends BatchStoreContract {
        @Override
        protected MetadataStore emptyStore() {
            return new InMemoryMetadataStore(CLOCK);
        }
    }

    @Nested
    class Reads extends MetadataStoreReadContract {
        @Override
        protected MetadataStore emptyStore() {
            return new InMemoryMetadataStore(CLOCK);
        }
    }

    @Test
    void isAwayUntilItRecovers() {
        InMemoryMetadataStore store = new InMemoryMetadataStore(MetadataStoreContract.CLOCK);
        store.failWith(MetadataMessage.SERVER_NOT_AVAILABLE.with("cocoMDS1", "erin"));
        assertThatThrownBy(() -> store.get(MetadataStoreContract.ANYONE, new Guid("g"), true))
                .isInstanceOf(MetadataStoreException.class)
                .hasMessageStartingWith("OMAG-MULTI-TENANT-404-001");
        store.recover();
        assertThat(store.get(MetadataStoreContract.ANYONE, new Guid("g"), true)).isEmpty();
    }
}
