package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.ItemKey;

/** The items that are about to leave one top scope, or all of them. */
final class Leaving {

    private final Sample missing = new Sample();
    private final Sample emptied = new Sample();
    private long inEmptied;
    private boolean whole;
    private long going;
    private long released;
    private long remaining;

    /** An item was not mentioned; what is catalogued in it goes with it. */
    void missing(ItemKey item) {
        missing.add(item);
    }

    /** The top scope itself was not mentioned. */
    void whole() {
        whole = true;
    }

    boolean isWhole() {
        return whole;
    }

    /** Nothing was found in a scope in it which had more than a few items. */
    void emptied(ItemKey scope) {
        emptied.add(scope);
    }

    /** So many of those that go are in {@linkplain #emptied emptied} scopes. */
    void inEmptied(long items) {
        inEmptied += items;
    }

    Sample emptied() {
        return emptied;
    }

    long inEmptied() {
        return inEmptied;
    }

    /** @param isReleased whether it goes whatever the guards say */
    void goes(boolean isReleased) {
        if (isReleased) {
            released++;
        } else {
            going++;
        }
    }

    /** The item is missing as well, and stays: it is too young, or holds one that is. */
    void remains() {
        remaining++;
    }

    Sample names() {
        return missing;
    }

    long going() {
        return going;
    }

    long released() {
        return released;
    }

    long remaining() {
        return remaining;
    }
}
