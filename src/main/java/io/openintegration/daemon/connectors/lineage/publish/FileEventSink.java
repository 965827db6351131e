package io.openintegration.daemon.connectors.lineage.publish;

import io.openintegration.daemon.connectors.lineage.relay.RelayMessage;
import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.spi.ConnectionTest;
import io.openintegration.daemon.spi.ConnectionTestStep;
import io.openintegration.daemon.spi.ConnectionTestStep.Kind;
import io.openintegration.daemon.spi.ConnectionTestSteps;
import io.openintegration.daemon.spi.ConnectionTestSteps.Result;
import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.FailureOrigin;
import io.openintegration.daemon.spi.LineageIntegratorContext;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Writes each event into a file of its own, {@code <namespace>/<job>/<run>/<time>-<type>-<digest>.json}. A file is there whole, and for
 * good, or not at all; an event that comes again gets the same file. The directory itself is never made: where it is missing, what is
 * mounted there is missing.
 */
final class FileEventSink implements EventSink {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuuMMdd'T'HHmmss.SSSSSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final String address;
    private final LineageIntegratorContext context;

    FileEventSink(String address, LineageIntegratorContext context) {
        this.address = address;
        this.context = context;
    }

    @Override
    public void check() {
        requireDirectory();
        requireWritable();
    }

    private void requireDirectory() {
        if (!Files.isDirectory(context.resolve(address))) {
            throw unusable("there is no such directory", null);
        }
    }

    private void requireWritable() {
        if (!Files.isWritable(context.resolve(address))) {
            throw unusable("it may not be written to", null);
        }
    }

    @Override
    public Optional<Message> deliver(String event) {
        EventTitle title = EventTitle.of(event);
        Path directory = context.resolve(address);
        check();
        try {
            write(place(directory, title), fileName(title), event);
        } catch (ClosedByInterruptException told) {
            throw new ConnectorException(
                    FailureOrigin.CONNECTOR, RelayMessage.TOLD_TO_END.with(context.connectorName()), told);
        } catch (IOException failure) {
            throw unusable(failure.getClass().getSimpleName(), failure);
        }
        return Optional.empty();
    }

    private static String fileName(EventTitle title) {
        return TIME.format(title.time()) + "-" + title.type() + "-" + title.digest() + ".json";
    }

    private static Path place(Path directory, EventTitle title) throws IOException {
        Path place = made(made(directory, title.namespace()), title.name());
        if (title.runId().isPresent()) {
            place = made(place, title.runId().get());
        }
        return place;
    }

    /** A directory in another one; a new one outlasts a loss of power. */
    private static Path made(Path parent, String name) throws IOException {
        Path directory = parent.resolve(SafeName.of(name));
        // a link that somebody else has put there may lead anywhere
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectory(directory);
            force(parent);
        }
        return directory;
    }

    /** Under another name at first, the same each time: what a kill leaves behind is written over. */
    private static void write(Path place, String name, String event) throws IOException {
        Path part = place.resolve("." + name + ".part");
        try (FileChannel file = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer content = ByteBuffer.wrap(event.getBytes(StandardCharsets.UTF_8));
            while (content.hasRemaining()) {
                file.write(content);
            }
            file.force(true);
        }
        Files.move(part, place.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        force(place);
    }

    private static void force(Path directory) throws IOException {
        try (FileChannel entries = FileChannel.open(directory, StandardOpenOption.READ)) {
            entries.force(true);
        }
    }

    private ConnectorException unusable(String what, Throwable cause) {
        return new ConnectorException(
                FailureOrigin.THIRD_PARTY,
                PublishMessage.DIRECTORY_UNUSABLE.with(context.connectorName(), address, what),
                cause);
    }

    @Override
    public String shown() {
        return address;
    }

    @Override
    public ConnectionTest connectionTest() {
        return this::tryInSteps;
    }

    private void tryInSteps(Consumer<ConnectionTestStep> told) {
        ConnectionTestSteps steps = new ConnectionTestSteps(address, context.clock(), told);
        if (!steps.take(Kind.CONFIGURATION, address, this::permitted)) {
            steps.skip(Kind.CONNECT, Kind.RIGHT);
        } else if (!steps.take(Kind.CONNECT, address, this::requireDirectory)) {
            steps.skip(Kind.RIGHT);
        } else {
            steps.take(Kind.RIGHT, "write to " + address, this::requireWritable);
        }
    }

    private Result permitted() {
        context.resolve(address);
        return context.permittedSynchronization().allowsWritingToThirdParty()
                ? Result.PASSED
                : Result.warning(
                        PublishMessage.NOT_PERMITTED.with(context.connectorName(), context.permittedSynchronization()));
    }

    @Override
    public void close() {
        // no file stays open
    }
}
