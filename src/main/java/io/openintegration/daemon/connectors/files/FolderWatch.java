package io.openintegration.daemon.connectors.files;

import java.io.Closeable;

/** Hears of changes in a landing area, until it is closed. */
interface FolderWatch extends Closeable {

    /** Whether it still hears of them: not so where the monitored folder was exchanged, or the watch has broken down. */
    boolean isAlive();

    @Override
    void close();
}
