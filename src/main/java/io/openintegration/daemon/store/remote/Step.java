package io.openintegration.daemon.store.remote;

import io.openintegration.daemon.metadata.ChangeResult;
import java.util.List;
import java.util.function.Supplier;

/**
 * A change that has passed all that can be checked before it is sent.
 *
 * @param call sends it, or does nothing where there is nothing to change
 */
record Step(List<Touch> touches, Supplier<ChangeResult> call) {

    Step {
        touches = List.copyOf(touches);
    }
}
