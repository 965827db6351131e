package io.openintegration.daemon.reconcile;

/** How far a refresh trusts the {@link Ledger}, and what it removes. */
public enum RefreshMode {
    /** The timer's refresh: what the third party did not change counts as catalogued. */
    SCHEDULED,
    /**
     * The refresh that an operator asks for: it compares with the metadata server too, and puts right what others
     * edited or removed there (the operator's guide: "make good any discrepancies").
     */
    REQUESTED,
    /** The same, which also removes what earlier refreshes held back, as far as it is still missing. */
    RELEASING,
    /**
     * Only places in which something has changed are described: of top scopes that are not mentioned nothing is
     * concluded. Trusts the ledger as {@link #SCHEDULED} does.
     */
    CHANGES;

    /** Whether it asks the metadata server what has become of what is in the ledger. */
    boolean comparesWithServer() {
        return this == REQUESTED || this == RELEASING;
    }
}
