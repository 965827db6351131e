package io.openintegration.daemon.connectors.files.content;

/** Counts the fields of one schema, so that a small file cannot make a huge one. */
final class FieldBudget {

    private final LookLimits limits;
    private int fields;
    private boolean cut;

    FieldBudget(LookLimits limits) {
        this.limits = limits;
    }

    /** @throws NoSchemaException where there was one too many */
    void take() throws NoSchemaException {
        if (++fields > limits.columns()) {
            throw new NoSchemaException(LookProblem.SCHEMA_TOO_LARGE);
        }
    }

    /** Whether fields of that level are still taken, the columns being level 1; notes where they are not. */
    boolean reaches(int level) {
        if (level > limits.nesting()) {
            cut = true;
        }
        return level <= limits.nesting();
    }

    /** Whether a level was not reached. */
    boolean isCut() {
        return cut;
    }
}
