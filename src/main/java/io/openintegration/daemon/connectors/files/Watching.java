package io.openintegration.daemon.connectors.files;

import io.openintegration.daemon.spi.FilesIntegratorContext;
import io.openintegration.daemon.spi.Refresh;
import java.io.IOException;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Keeps a watch on a monitor's place between refreshes, as far as its configuration and the operating system allow it. What
 * cannot be watched is still looked at in each refresh of the timer.
 */
final class Watching implements AutoCloseable {

    private final FilesIntegratorContext context;
    private final boolean wanted;
    private final ChangedFolders changed;
    private Optional<FolderWatch> watch = Optional.empty();
    private boolean closed;
    private boolean reported;

    Watching(boolean wanted, FilesIntegratorContext context) {
        this.context = context;
        this.wanted = wanted;
        this.changed = new ChangedFolders(context::requestRefresh);
    }

    /** Begins to watch, or begins again where the watch has broken down. */
    synchronized void ensure(LandingPlace place) {
        if (!wanted || closed || watch.filter(FolderWatch::isAlive).isPresent()) {
            return;
        }
        end();
        try {
            watch = place.watch(changed, this::failed);
        } catch (IOException failure) {
            failed(failure);
        }
    }

    /** The folders that a refresh is to look at; empty where it is to look everywhere. */
    Optional<SortedSet<String>> takeChanged(Refresh refresh) {
        return changed.take().filter(known -> refresh.isOfChanges());
    }

    /** What was taken has not been looked at. */
    void notSeen() {
        changed.forgetWhere();
    }

    /** There is more to look at than was known. */
    void seeEverything() {
        changed.changedAnywhere();
    }

    @Override
    public synchronized void close() {
        closed = true;
        end();
    }

    private void end() {
        watch.ifPresent(FolderWatch::close);
        watch = Optional.empty();
    }

    /** Said once: trying again at each refresh is no news. */
    private synchronized void failed(Throwable failure) {
        if (!reported) {
            reported = true;
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            context.auditLog()
                    .log(
                            "watch",
                            FilesMessage.NOT_WATCHED.with(context.connectorName(), String.valueOf(cause.getMessage())));
        }
    }
}
