package io.openintegration.daemon.rest.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.metadata.ChangeRejectedException;
import io.openintegration.daemon.metadata.MetadataStoreException;

/** A batch was refused; those before it were carried out. */
public final class BatchRefusedException extends MetadataStoreException {

    private static final long serialVersionUID = 1L;

    private final transient ObjectNode members;

    /**
     * @param members what was carried out; gets what is known of the refusal
     * @param batch the number of the refused one, from 0
     * @param operation in the reading of which it failed, from 0 within the batch; negative where none was to blame
     * @param line that was read last, from 1
     */
    BatchRefusedException(MetadataStoreException refused, ObjectNode members, int batch, int operation, long line) {
        super(refused.kind(), refused.reason(), refused.getCause());
        int blamed = refused instanceof ChangeRejectedException rejected ? rejected.index() : operation;
        members.put("kind", refused.kind().name()).put("batch", batch).put("line", line);
        refused.reason().parameters().forEach(members.putArray("parameters")::add);
        if (blamed >= 0) {
            members.put("operation", blamed);
        }
        this.members = members;
    }

    /** What a problem has beside the reason: kind, parameters, batch, operation, line, and the batches carried out. */
    public ObjectNode members() {
        return members;
    }
}
