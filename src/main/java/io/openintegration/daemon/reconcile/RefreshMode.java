package io.openintegration.daemon.reconcile;

/** How far a refresh trusts the {@link Ledger}. */
public enum RefreshMode {
    /** The timer's refresh: what the third party did not change counts as catalogued. */
    SCHEDULED,
    /**
     * The refresh that an operator asks for: it compares with the metadata server too, and puts right what others
     * edited or removed there (the operator's guide: "make good any discrepancies").
     */
    REQUESTED,
    /**
     * Only places in which something has changed are described: of top scopes that are not mentioned nothing is
     * concluded. Trusts the ledger as {@link #SCHEDULED} does.
     */
    CHANGES
}
