package io.openintegration.daemon.store.embedded;

/** Another writer changed the same rows since they were read: the whole change set is to be tried again. */
final class OvertakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OvertakenException() {
        super("another writer changed the same rows");
    }
}
