package io.openintegration.daemon.connectors.files;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.message.MessageDefinition;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.spi.ConnectionTestStep;
import io.openintegration.daemon.spi.ConnectionTestStep.Kind;
import io.openintegration.daemon.spi.ConnectionTestStep.Outcome;
import io.openintegration.daemon.spi.ConnectionTestSteps;
import io.openintegration.daemon.spi.ConnectionTestSteps.Result;
import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.FailureOrigin;
import io.openintegration.daemon.spi.FilesIntegratorContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
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
    }

    void run() {
        String connector = context.connectorName().value();
        ConnectionTestSteps steps = stepsAbout(connector);
        ConnectionTestStep opening = steps.taken(Kind.CONNECT, connector, () -> looking(this::open));
        if (opening.outcome() == Outcome.FAILED) {
            notOpened(steps, opening);
            return;
        }
        steps.take(Kind.CONFIGURATION, connector, () -> {});
        steps.tell(opening);
        try (LandingArea opened = area.orElseThrow()) {
            look(opened);
        } catch (IOException notClosed) {
            steps.take(Kind.SAMPLE_READ, connector, () -> {
                throw place.listingFailed(notClosed);
            });
        }
    }

    private ConnectionTestSteps stepsAbout(String shown) {
        return new ConnectionTestSteps(shown, context.clock(), told);
    }

    private Result open() throws IOException {
        area = Optional.of(place.open());
        return Result.PASSED;
    }

    private void notOpened(ConnectionTestSteps steps, ConnectionTestStep opening) {
        Kind failed = stepOf(opening.message().orElseThrow().definition());
        if (failed != Kind.CONFIGURATION) {
            steps.take(Kind.CONFIGURATION, opening.subject(), () -> {});
        }
        if (failed == Kind.LOG_IN || failed == Kind.RIGHT) {
            steps.take(Kind.CONNECT, opening.subject(), () -> {});
        }
        steps.tell(new ConnectionTestStep(
                failed, opening.subject(), opening.outcome(), opening.took(), opening.message()));
        if (failed == Kind.CONFIGURATION) {
            steps.skip(Kind.CONNECT);
        }
        if (failed != Kind.RIGHT) {
            steps.skip(Kind.RIGHT);
        }
        steps.skip(Kind.SAMPLE_READ);
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

    private void look(LandingArea opened) {
        String root = opened.addressOf(opened.root());
        ConnectionTestSteps steps = stepsAbout(root);
        if (!steps.take(Kind.RIGHT, root, () -> looking(() -> list(opened, root))) || sample.isEmpty()) {
            steps.skip(Kind.SAMPLE_READ);
            return;
        }
        String file = opened.addressOf(sample.get().path());
        steps.take(Kind.SAMPLE_READ, file, () -> looking(() -> read(sample.get(), file)));
    }

    /** Up to the first file that is wanted. */
    private Result list(LandingArea opened, String root) throws IOException {
        try (FolderListing listing = opened.list(opened.root())) {
            listing.read(new SelectedContent(new FirstFile(root), selection, opened.root()));
        } catch (EnoughException found) {
            return Result.PASSED;
        }
        return Result.PASSED;
    }

    private Result read(FoundFile file, String shown) {
        try (InputStream content = file.bytes().from(0)) {
            return content.read() < 0 && file.size() > 0
                    ? Result.warning(FilesMessage.FILE_CHANGED.with(shown, context.connectorName()))
                    : Result.PASSED;
        } catch (AccessDeniedException denied) {
            return Result.warning(FilesMessage.HEADER_NOT_READABLE.with(shown, context.connectorName()));
        } catch (IOException failure) {
            return Result.warning(FilesMessage.unreadable(shown, context.connectorName(), failure));
        }
    }

    private Result looking(Look look) {
        try {
            return look.take();
        } catch (IOException failure) {
            throw place.listingFailed(failure);
        }
    }

    private final class FirstFile implements FolderContent {

        private final String root;

        private FirstFile(String root) {
            this.root = root;
        }

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
        public void special(String path) {
            endIfInterrupted();
        }

        @Override
        public void unreadable(String path, ItemKey entry, Message reason) {
            endIfInterrupted();
        }

        private void endIfInterrupted() {
            if (Thread.currentThread().isInterrupted()) {
                throw new ConnectorException(
                        FailureOrigin.THIRD_PARTY, FilesMessage.REFRESH_ENDED.with(context.connectorName(), root));
            }
        }
    }

    private interface Look {
        Result take() throws IOException;
    }

    /** Enough was seen of a folder. */
    private static final class EnoughException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
