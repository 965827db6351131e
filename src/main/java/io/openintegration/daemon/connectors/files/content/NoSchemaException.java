package io.openintegration.daemon.connectors.files.content;

/** What was looked at does not tell a schema; the file is catalogued without. */
final class NoSchemaException extends Exception {

    private static final long serialVersionUID = 1L;

    private final LookProblem problem;

    NoSchemaException(LookProblem problem) {
        this(problem, null);
    }

    NoSchemaException(LookProblem problem, Throwable cause) {
        super(problem.name(), cause);
        this.problem = problem;
    }

    LookProblem problem() {
        return problem;
    }
}
