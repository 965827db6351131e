package io.openintegration.daemon.connectors.files;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.message.MessageDefinition;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.spi.ConnectionTestStep;
import io.openintegration.daemon.spi.ConnectionTestStep.Kind;
import io.openintegration.daemon.spi.ConnectionTestStep.Outcome;
import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.FailureOrigin;
import io.openintegration.daemon.spi.FilesIntegratorContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Tries once, in steps, whether a landing area can be looked through. Opening it does all that comes before a listing at once: what
 * fails then is told as the step that it belongs to.
 */
final class LandingTrial {

    private final LandingPlace place;
    private final FileSelection selection;
    private final FilesIntegratorContext context;
    private final Consumer<ConnectionTestStep> told;
    private String subject;
    private Optional<LandingArea> area = Optional.empty();
    private Optional<FoundFile> sample = Optional.empty();

    LandingTrial(
            LandingPlace place,
            FileSelection selection,
            FilesIntegratorContext context,
            Consumer<ConnectionTestStep> told) {
        this.place = place;
        this.selection = selection;
        this.context = context;
        this.told = told;
        this.subject = context.connectorName().value();
    }

    void run() {
        if (!open()) {
            return;
        }
        try (LandingArea opened = area.orElseThrow()) {
            subject = opened.addressOf(opened.root());
            if (!take(Kind.RIGHT, () -> list(opened)) || sample.isEmpty()) {
                skip(Kind.SAMPLE_READ);
                return;
            }
            FoundFile file = sample.get();
            subject = opened.addressOf(file.path());
            take(Kind.SAMPLE_READ, () -> read(file));
        } catch (IOException notClosed) {
            tell(Kind.SAMPLE_READ, Outcome.FAILED, Duration.ZERO, Optional.of(reasonOf(notClosed)));
        }
    }

    private boolean open() {
        Instant begin = context.clock().instant();
        try {
            area = Optional.of(place.open());
            passed(Kind.CONFIGURATION);
            tell(Kind.CONNECT, Outcome.PASSED, since(begin), Optional.empty());
            return true;
        } catch (ConnectorException failure) {
            notOpened(failure.reason(), since(begin));
        } catch (IOException failure) {
            notOpened(reasonOf(failure), since(begin));
        }
        return false;
    }

    private void notOpened(Message reason, Duration took) {
        Kind failed = stepOf(reason.definition());
        if (failed != Kind.CONFIGURATION) {
            passed(Kind.CONFIGURATION);
        }
        if (failed == Kind.LOG_IN || failed == Kind.RIGHT) {
            passed(Kind.CONNECT);
        }
        tell(failed, Outcome.FAILED, took, Optional.of(reason));
        if (failed == Kind.CONFIGURATION) {
            skip(Kind.CONNECT);
        }
        if (failed != Kind.RIGHT) {
            skip(Kind.RIGHT);
        }
        skip(Kind.SAMPLE_READ);
    }

    private static Kind stepOf(MessageDefinition reason) {
        if (reason == FilesMessage.NOT_READABLE) {
            return Kind.RIGHT;
        }
        return switch (reason.text().httpCode()) {
            case 400 -> Kind.CONFIGURATION;
            case 401 -> Kind.LOG_IN;
            case 403 -> Kind.RIGHT;
            default -> Kind.CONNECT;
        };
    }

    /** Up to the first file that is wanted. */
    private Optional<Message> list(LandingArea opened) throws IOException {
        try (FolderListing listing = opened.list(opened.root())) {
            listing.read(new SelectedContent(new FirstFile(), selection, opened.root()));
        } catch (EnoughException found) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private Optional<Message> read(FoundFile file) throws IOException {
        try (InputStream content = file.bytes().from(0)) {
            return content.read() < 0 && file.size() > 0
                    ? Optional.of(FilesMessage.FILE_CHANGED.with(subject, context.connectorName()))
                    : Optional.empty();
        } catch (AccessDeniedException denied) {
            return Optional.of(FilesMessage.HEADER_NOT_READABLE.with(subject, context.connectorName()));
        } catch (IOException failure) {
            return Optional.of(FilesMessage.unreadable(subject, context.connectorName(), failure));
        }
    }

    /** Returns whether what needs this step can be tried. */
    private boolean take(Kind kind, Step step) {
        Instant begin = context.clock().instant();
        try {
            Optional<Message> warning = step.take();
            tell(kind, warning.isPresent() ? Outcome.WARNING : Outcome.PASSED, since(begin), warning);
            return true;
        } catch (ConnectorException failure) {
            tell(kind, Outcome.FAILED, since(begin), Optional.of(failure.reason()));
        } catch (IOException failure) {
            tell(kind, Outcome.FAILED, since(begin), Optional.of(reasonOf(failure)));
        }
        return false;
    }

    private void passed(Kind kind) {
        tell(kind, Outcome.PASSED, Duration.ZERO, Optional.empty());
    }

    private void skip(Kind kind) {
        tell(kind, Outcome.SKIPPED, Duration.ZERO, Optional.empty());
    }

    private void tell(Kind kind, Outcome outcome, Duration took, Optional<Message> message) {
        told.accept(new ConnectionTestStep(kind, subject, outcome, took, message));
    }

    private Duration since(Instant begin) {
        Duration took = Duration.between(begin, context.clock().instant());
        return took.isNegative() ? Duration.ZERO : took;
    }

    private Message reasonOf(IOException failure) {
        try {
            return place.listingFailed(failure).reason();
        } catch (ConnectorException known) {
            return known.reason();
        }
    }

    private final class FirstFile implements FolderContent {

        @Override
        public void file(FoundFile file) {
            sample = Optional.of(file);
            throw new EnoughException();
        }

        @Override
        public void folder(String path) {
            endIfInterrupted();
        }

        @Override
        public void unreadable(String path, ItemKey entry, Message reason) {
            endIfInterrupted();
        }

        private void endIfInterrupted() {
            if (Thread.currentThread().isInterrupted()) {
                throw new ConnectorException(
                        FailureOrigin.THIRD_PARTY, FilesMessage.REFRESH_ENDED.with(context.connectorName(), subject));
            }
        }
    }

    /** What a step throws is why it failed; what it returns is what it warns of. */
    private interface Step {
        Optional<Message> take() throws IOException;
    }

    /** Enough was seen of a folder. */
    private static final class EnoughException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
