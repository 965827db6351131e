package io.openintegration.daemon.metadata;

import io.openintegration.daemon.message.Message;
import java.util.function.Supplier;

/**
 * A place whose content is being described: a folder, a schema, an organisational unit. Only a scope that was declared
 * {@linkplain #complete() complete} has what it did not mention taken out of the catalogue; one that is closed without
 * it (an exception on the way, say) removes nothing.
 *
 * <p>All methods throw {@link MetadataStoreException} where the metadata server fails, which may be noticed some calls
 * after the one that described the item; the refresh then cannot go on.
 */
public interface DescriptionScope extends AutoCloseable {

    /**
     * Describes an item of this scope.
     *
     * @param key identity of the item within this connector
     * @param stamp changes whenever the item may have changed (for a file: time, size, and how it is read); an item
     *     whose stamp is the one of its last cataloguing counts as unchanged
     * @param description asked for only where it is needed, on the calling thread; what it throws leaves this method
     *     and nothing is noted for the item
     */
    void add(ItemKey key, String stamp, Supplier<ItemDescription> description);

    /**
     * Describes an item of this scope that could not be read: what is catalogued of it stays as it is.
     *
     * @param reason shown in the report of the refresh
     */
    void unreadable(ItemKey key, Message reason);

    /** Opens a scope within this one; close it before going on here. */
    DescriptionScope open(ItemKey key, ItemDescription item);

    /**
     * Mentions a scope within this one without a word on what is in it: it stays as it is catalogued. For refreshes of
     * changes alone.
     *
     * @return false where it is not catalogued as a scope of this one; it was not mentioned then, and is to be {@linkplain
     *     #open opened}
     */
    boolean keep(ItemKey key);

    /** Declares that everything in this scope was mentioned. */
    void complete();

    /** Ends the scope. */
    @Override
    void close();
}
