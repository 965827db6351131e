package io.openintegration.daemon.reconcile;

/** What becomes of one item. */
public enum ChangeAction {
    /** Its element is made. */
    CREATE,
    /** Its element or its parts change. */
    UPDATE,
    /** It is hung on another container, and may change besides. */
    MOVE,
    /** Its element, which was archived, is brought back, and may change besides. */
    RESTORE,
    /** Its element is taken away. */
    REMOVE,
    /** It is gone, but for now its element is not taken away; the reason is given. */
    HOLD_BACK,
    /** An undo leaves it, or a part of it, as it is; the reason is given. */
    LEAVE;

    /** Whether anything is written for it. */
    public boolean isWritten() {
        return this != HOLD_BACK && this != LEAVE;
    }
}
