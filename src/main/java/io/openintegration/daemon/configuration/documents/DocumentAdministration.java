package io.openintegration.daemon.configuration.documents;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.configuration.ConfigurationException;
import io.openintegration.daemon.configuration.ConfigurationMessage;
import io.openintegration.daemon.configuration.DocumentCheck;
import io.openintegration.daemon.configuration.DocumentDirectory;
import io.openintegration.daemon.configuration.DocumentReader;
import io.openintegration.daemon.configuration.ServerConfiguration;
import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.UserId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads and changes configuration documents, one change of a document at a time. A change is saved whole or not at all, and
 * never adds a mistake; mistakes that were there before do not keep anybody from mending something else. Where a document
 * cannot be read or written, all methods throw a {@link ConfigurationException} ({@code SERVER-CONFIGURATION-500-001},
 * {@code -002}). Safe for all threads.
 */
public final class DocumentAdministration {

    private final DocumentDirectory documents;
    private final DocumentReader reader;
    private final DocumentHistory history;
    private final AuditLog auditLog;
    private final Clock clock;
    private final DocumentLocks locks = new DocumentLocks();

    public DocumentAdministration(
            DocumentDirectory documents,
            DocumentReader reader,
            DocumentHistory history,
            AuditLog auditLog,
            Clock clock) {
        this.documents = documents;
        this.reader = reader;
        this.history = history;
        this.auditLog = auditLog;
        this.clock = clock;
    }

    /** The servers that have a document, in the order of their names. */
    public List<ServerName> servers() {
        return documents.servers();
    }

    /**
     * A server's document.
     *
     * @throws ConfigurationException {@code SERVER-CONFIGURATION-404-001} where there is none, {@code -400-001} where it is
     *     no JSON object
     */
    public ServerDocument get(ServerName server, UserId user) {
        return stored(server).orElseThrow(() -> unknown(server, user)).read(reader);
    }

    /**
     * What is wrong with a document that might become this server's, and with the name where the server would be a new one;
     * masks in the document stand for what is stored.
     */
    public DocumentCheck check(ServerName server, ObjectNode document) {
        ObjectNode whole = document.deepCopy();
        Optional<StoredDocument> stored = stored(server);
        List<Message> mistakes = new ArrayList<>(MaskReturn.restore(whole, contentOrNothing(stored)));
        if (stored.isEmpty()) {
            NewServerName.mistake(server, documents.servers()).ifPresent(mistakes::add);
        }
        DocumentCheck found = check(server, DocumentJson.text(whole));
        mistakes.addAll(found.mistakes());
        return new DocumentCheck(mistakes, found.warnings());
    }

    /**
     * Reads a document that a server is to be started with and that is not stored; masks in it stand for what is stored.
     *
     * @throws ConfigurationException {@code SERVER-CONFIGURATION-400-001} where it has mistakes that keep the server from
     *     starting, or masks that stand for nothing, then with all mistakes that it has
     */
    public ServerConfiguration read(ServerName server, ObjectNode document) {
        ObjectNode whole = document.deepCopy();
        List<Message> mistakes = new ArrayList<>(MaskReturn.restore(whole, contentOrNothing(stored(server))));
        String text = DocumentJson.text(whole);
        if (!mistakes.isEmpty()) {
            mistakes.addAll(reader.check(server, text).mistakes());
            throw ConfigurationException.of(server, mistakes);
        }
        return reader.read(server, text);
    }

    /**
     * Makes one change. A server without a document gets one.
     *
     * @return the document as it is now; where the change changed nothing, as it was
     * @throws ConfigurationException {@code SERVER-CONFIGURATION-412-001} where the precondition does not hold, {@code
     *     -400-050} with all mistakes that the change would add, {@code -400-051} where a new server cannot have this name;
     *     what the edit throws; in all cases nothing is saved
     */
    public ServerDocument change(ServerName server, UserId user, DocumentEdit edit, Precondition precondition) {
        return locks.locked(server, () -> {
            Optional<StoredDocument> stored = stored(server);
            require(precondition, server, stored);
            ObjectNode after =
                    stored.map(found -> found.read(reader).content()).orElseGet(() -> NewDocument.of(server));
            edit.change().accept(after);
            return save(server, user, edit.description(), stored, after);
        });
    }

    /**
     * Puts a whole document in the place of the stored one, or creates it. Its audit trail is carried on. The failures are
     * those of {@link #change}.
     *
     * @param document without {@code localServerName}, it gets that of the server
     */
    public ServerDocument replace(ServerName server, UserId user, ObjectNode document, Precondition precondition) {
        return replace(server, user, ChangeTrail.without(document), "replaced the whole document", precondition);
    }

    /**
     * Deletes a document; its last version is kept.
     *
     * @throws ConfigurationException {@code SERVER-CONFIGURATION-404-001}, {@code -412-001}
     */
    public void delete(ServerName server, UserId user, Precondition precondition) {
        locks.locked(server, () -> {
            Optional<StoredDocument> stored = stored(server);
            require(precondition, server, stored);
            history.keep(server, stored.orElseThrow(() -> unknown(server, user)).bytes(), clock.instant());
            documents.delete(server);
            auditLog.log("delete", DocumentMessage.DELETED.with(user, server));
            return server;
        });
    }

    /**
     * The kept versions of a document, newest first; as a rule the newest is the document itself.
     *
     * @throws ConfigurationException {@code SERVER-CONFIGURATION-404-001} where there is neither a document nor a version
     */
    public List<DocumentRevision> revisions(ServerName server, UserId user) {
        return locks.locked(server, () -> {
            List<DocumentRevision> kept = history.revisions(server);
            if (kept.isEmpty() && !documents.knows(server)) {
                throw unknown(server, user);
            }
            return kept;
        });
    }

    /**
     * A kept version.
     *
     * @throws ConfigurationException {@code SERVER-CONFIGURATION-404-004} where there is none of that id
     */
    public ServerDocument revision(ServerName server, String id) {
        byte[] found = locks.locked(server, () -> history.find(server, id))
                .orElseThrow(() -> new ConfigurationException(DocumentMessage.NO_SUCH_VERSION.with(server, id)));
        return storedDocument(server, found).read(reader);
    }

    /** Makes a kept version the document again, a deleted one too. The failures are those of the methods before. */
    public ServerDocument restore(ServerName server, UserId user, String id, Precondition precondition) {
        return replace(server, user, revision(server, id).content(), "restored version " + id, precondition);
    }

    private ServerDocument replace(
            ServerName server, UserId user, ObjectNode document, String description, Precondition precondition) {
        return locks.locked(server, () -> {
            Optional<StoredDocument> stored = stored(server);
            require(precondition, server, stored);
            ObjectNode after = NewDocument.completed(document, server);
            stored.flatMap(StoredDocument::readable).ifPresent(before -> ChangeTrail.carryOver(before, after));
            return save(server, user, description, stored, after);
        });
    }

    private ServerDocument save(
            ServerName server, UserId user, String change, Optional<StoredDocument> stored, ObjectNode after) {
        if (stored.isEmpty()) {
            NewServerName.require(server, documents.servers());
        }
        requireNoNewMistakes(server, contentOrNothing(stored), after);
        if (stored.isPresent() && contentOrNothing(stored).equals(after)) {
            return new ServerDocument(server, after, stored.get().version());
        }
        ChangeTrail.append(after, clock.instant(), user, change);
        byte[] bytes = DocumentJson.text(after).getBytes(StandardCharsets.UTF_8);
        DocumentVersion version = history.versionOf(bytes);
        stored.ifPresent(found -> history.keep(server, found.bytes(), clock.instant()));
        documents.save(server, bytes);
        auditLog.log("change", DocumentMessage.CHANGED.with(user, server, change));
        keepNewest(server, bytes);
        return new ServerDocument(server, after, version);
    }

    /** The new version too, so that it is not lost when somebody edits the document by hand. */
    private void keepNewest(ServerName server, byte[] bytes) {
        try {
            history.keep(server, bytes, clock.instant());
        } catch (ConfigurationException e) {
            auditLog.log("change", DocumentMessage.HISTORY_INCOMPLETE.with(server, e.getMessage()));
        }
    }

    private void requireNoNewMistakes(ServerName server, ObjectNode before, ObjectNode after) {
        List<Message> mistakes = new ArrayList<>(MaskReturn.restore(after, before));
        Mistakes earlier = before.isEmpty() ? Mistakes.none() : mistakes(server, before);
        mistakes.addAll(mistakes(server, after).notIn(earlier));
        if (!mistakes.isEmpty()) {
            throw new ConfigurationException(
                    DocumentMessage.CHANGE_REFUSED.with(
                            server, mistakes.size(), ConfigurationException.listed(mistakes)),
                    mistakes);
        }
    }

    private Mistakes mistakes(ServerName server, ObjectNode document) {
        return new Mistakes(document, check(server, DocumentJson.text(document)).mistakes());
    }

    private DocumentCheck check(ServerName server, String document) {
        return reader.check(server, document);
    }

    private Optional<StoredDocument> stored(ServerName server) {
        return documents.stored(server).map(bytes -> storedDocument(server, bytes));
    }

    private StoredDocument storedDocument(ServerName server, byte[] bytes) {
        return new StoredDocument(server, bytes, history.versionOf(bytes));
    }

    private static ObjectNode contentOrNothing(Optional<StoredDocument> stored) {
        return stored.flatMap(StoredDocument::readable).orElseGet(DocumentJson::object);
    }

    private static void require(Precondition precondition, ServerName server, Optional<StoredDocument> stored) {
        Optional<DocumentVersion> version = stored.map(StoredDocument::version);
        if (!precondition.holds(version)) {
            throw new ConfigurationException(DocumentMessage.OTHER_VERSION.with(
                    server, version.map(found -> "its version is " + found).orElse("there is none")));
        }
    }

    private static ConfigurationException unknown(ServerName server, UserId user) {
        return new ConfigurationException(ConfigurationMessage.UNKNOWN_SERVER.with(server, user));
    }
}
