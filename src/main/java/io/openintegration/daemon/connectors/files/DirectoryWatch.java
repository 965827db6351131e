package io.openintegration.daemon.connectors.files;

import io.methvin.watcher.DirectoryChangeEvent;
import io.methvin.watcher.DirectoryChangeListener;
import io.methvin.watcher.DirectoryWatcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;

/**
 * Hears of changes in a directory and all directories in it from the operating system. Setting it up takes a walk through
 * the tree on the watch's own thread; since changes may be missed until then, everything counts as changed at its end.
 */
final class DirectoryWatch implements FolderWatch, DirectoryChangeListener {

    private final Path root;
    private final Path realRoot;
    private final Object identity;
    private final ChangedFolders changed;
    private final Consumer<Throwable> failed;
    private final DirectoryWatcher watcher;
    private volatile boolean ended;

    private DirectoryWatch(Path root, ChangedFolders changed, Consumer<Throwable> failed) throws IOException {
        this.root = root;
        this.realRoot = root.toRealPath();
        this.identity = identityOf(root);
        this.changed = changed;
        this.failed = failed;
        this.watcher = DirectoryWatcher.builder()
                .path(realRoot)
                .listener(this)
                .watchService(realRoot.getFileSystem().newWatchService())
                .fileHashing(false)
                .build();
    }

    /**
     * Begins to watch.
     *
     * @param failed told, on the watch's thread, where the operating system does not, or no longer, let it watch the whole tree
     * @throws IOException where the operating system lets it watch nothing at all
     */
    static DirectoryWatch begin(Path root, ChangedFolders changed, ThreadFactory threads, Consumer<Throwable> failed)
            throws IOException {
        DirectoryWatch watch = new DirectoryWatch(root, changed, failed);
        threads.newThread(watch::run).start();
        return watch;
    }

    @Override
    public boolean isAlive() {
        try {
            return !ended && Objects.equals(identity, identityOf(root));
        } catch (IOException gone) {
            return false;
        }
    }

    @Override
    public void onEvent(DirectoryChangeEvent event) {
        if (event.eventType() == DirectoryChangeEvent.EventType.OVERFLOW || event.path() == null) {
            overflown();
            return;
        }
        changed.changed(asListed(event.path().getParent()).toString());
        if (event.isDirectory()) {
            // It may have taken the place of another one of its name, whose content is catalogued.
            changed.changed(asListed(event.path()).toString());
        }
    }

    /** A new directory may be among what was missed, and nobody watches that: only another watch finds it. */
    private void overflown() {
        close();
        changed.changedAnywhere();
    }

    /** The root may itself be reached through a link; then its folders have other names here than for the system. */
    private Path asListed(Path folder) {
        return root.resolve(realRoot.relativize(folder)).normalize();
    }

    /** A new folder vanished meanwhile; or it cannot be watched, and then there is no complete watch any more. */
    @Override
    public void onException(Exception failure) {
        if (isOverflow(failure)) {
            overflown();
            return;
        }
        if (!(failure instanceof NoSuchFileException)) {
            breakDown(failure);
        }
        changed.changedAnywhere();
    }

    @Override
    public void close() {
        ended = true;
        try {
            watcher.close();
        } catch (IOException failure) {
            // the operating system takes its part back with the process; nobody listens to the watch any more
            changed.forgetWhere();
        }
    }

    private void breakDown(Throwable failure) {
        if (!ended) {
            close();
            failed.accept(failure);
        }
    }

    private void run() {
        try {
            watcher.watchAsync(loop -> {
                        changed.changedAnywhere();
                        loop.run();
                    })
                    .join();
            close();
        } catch (CompletionException failure) {
            breakDown(failure.getCause());
        }
    }

    /**
     * The library (0.19.1) does not come as far as telling of an overflow: it looks up the path of each event first, and an overflow has
     * none.
     */
    private static boolean isOverflow(Throwable failure) {
        return failure instanceof NullPointerException
                && Arrays.stream(failure.getStackTrace())
                        .map(StackTraceElement::getClassName)
                        .filter(name -> !name.startsWith("java."))
                        .findFirst()
                        .filter(DirectoryWatcher.class.getName()::equals)
                        .isPresent();
    }

    private static Object identityOf(Path root) throws IOException {
        return Files.readAttributes(root, BasicFileAttributes.class).fileKey();
    }
}
