package io.openintegration.daemon.store.remote;

/**
 * Something that a change of a set has to do with. Changes that touch the same thing keep their order, unless they are of one
 * group: those do not mind each other.
 */
record Touch(Object thing, Object group) {

    private static final Object READING = "reading";

    /** Needs it as the changes before left it. */
    static Touch reading(Object thing) {
        return new Touch(thing, READING);
    }

    /** Changes it. */
    static Touch writing(Object thing) {
        return new Touch(thing, new Object());
    }
}
