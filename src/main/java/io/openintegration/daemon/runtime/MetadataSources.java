package io.openintegration.daemon.runtime;

import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.ChangeSet;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.MetadataSource;
import io.openintegration.daemon.metadata.MetadataStore;
import io.openintegration.daemon.metadata.MetadataStoreException;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.Requester;
import io.openintegration.daemon.metadata.TypeName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the element that stands for a connector's metadata source, or makes it. */
final class MetadataSources {

    private final MetadataStore store;
    private final Requester requester;

    MetadataSources(MetadataStore store, Requester requester) {
        this.store = store;
        this.requester = requester;
    }

    MetadataSource findOrCreate(QualifiedName name, TypeName type) {
        return find(name).orElseGet(() -> create(name, type));
    }

    private Optional<MetadataSource> find(QualifiedName name) {
        Element element = store.findByQualifiedNames(requester, List.of(name)).get(name);
        if (element != null && element.isArchived()) {
            store.apply(requester, ChangeSet.of(new Change.RestoreElement(element.guid())));
        }
        return Optional.ofNullable(element).map(found -> new MetadataSource(found.guid(), name));
    }

    private MetadataSource create(QualifiedName name, TypeName type) {
        ElementProperties properties = ElementProperties.builder()
                .text("qualifiedName", name.value())
                .text("displayName", name.value())
                .build();
        Change create = new Change.CreateElement(type, properties, Map.of(), Optional.empty(), Optional.empty());
        try {
            return new MetadataSource(
                    store.apply(requester, ChangeSet.of(create)).get(0).guid(), name);
        } catch (MetadataStoreException e) {
            if (e.kind() != MetadataStoreException.Kind.DUPLICATE_NAME) {
                throw e;
            }
            // another connector of the same source was faster
            return find(name).orElseThrow(() -> e);
        }
    }
}
