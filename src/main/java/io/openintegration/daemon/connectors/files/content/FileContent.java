package io.openintegration.daemon.connectors.files.content;

import java.util.List;
import java.util.Optional;

/**
 * What a look into a file found out.
 *
 * @param encoding of its characters, where that is beyond doubt
 * @param layout of delimited text that has a first record
 * @param fields the columns in their order; empty where there is no schema
 * @param problem why there is none, or not all of it, where this is worth telling
 * @param proof how much of it the content proves; what it does not is what the name says
 */
public record FileContent(
        FileKind kind,
        Optional<String> encoding,
        Optional<TableLayout> layout,
        List<Field> fields,
        Optional<LookProblem> problem,
        Proof proof) {

    public FileContent {
        fields = List.copyOf(fields);
    }

    static FileContent of(FileKind kind) {
        return of(kind, List.of());
    }

    static FileContent of(FileKind kind, List<Field> fields) {
        return new FileContent(kind, Optional.empty(), Optional.empty(), fields, Optional.empty(), Proof.ALL);
    }

    FileContent with(LookProblem trouble) {
        return new FileContent(kind, encoding, layout, fields, Optional.of(trouble), proof);
    }

    FileContent encoded(Optional<String> inThis) {
        return new FileContent(kind, inThis, layout, fields, problem, proof);
    }

    FileContent laidOut(TableLayout so) {
        return new FileContent(kind, encoding, Optional.of(so), fields, problem, proof);
    }

    FileContent proving(Proof only) {
        return new FileContent(kind, encoding, layout, fields, problem, only);
    }
}
