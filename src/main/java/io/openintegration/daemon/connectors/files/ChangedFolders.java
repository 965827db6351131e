package io.openintegration.daemon.connectors.files;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The folders in which something has changed since they were last taken. Safe from any thread. */
final class ChangedFolders {

    /** With more of them, walking through everything costs no more. */
    static final int MOST = 1_000;

    private final Runnable news;
    private SortedSet<String> folders = new TreeSet<>();
    private boolean anywhere;

    /** @param news told of each change */
    ChangedFolders(Runnable news) {
        this.news = news;
    }

    /** Something came into this folder, went, or changed in it. */
    void changed(String folder) {
        note(folder);
        news.run();
    }

    /** Changes were missed. */
    void changedAnywhere() {
        forgetWhere();
        news.run();
    }

    /** What was taken was not looked at: the next to look had better look everywhere. No news. */
    synchronized void forgetWhere() {
        anywhere = true;
        folders.clear();
    }

    /** The changed folders, each after those around it, and begins anew; empty where they are not known, or too many. */
    synchronized Optional<SortedSet<String>> take() {
        Optional<SortedSet<String>> taken = anywhere ? Optional.empty() : Optional.of(folders);
        folders = new TreeSet<>();
        anywhere = false;
        return taken;
    }

    private synchronized void note(String folder) {
        if (!anywhere) {
            folders.add(folder);
            if (folders.size() > MOST) {
                forgetWhere();
            }
        }
    }
}
