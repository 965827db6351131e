package io.openintegration.daemon.connectors.files;

import io.openintegration.daemon.connectors.files.content.FileBytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * The bytes of a file of a mounted file system.
 *
 * @param file never a link: where a link has taken its place meanwhile, it is not followed
 * @param size as it was listed
 */
record LocalFileBytes(Path file, long size) implements FileBytes {

    @Override
    public InputStream from(long offset) throws IOException {
        SeekableByteChannel channel =
                Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
        try {
            return Channels.newInputStream(channel.position(offset));
        } catch (IOException | RuntimeException failure) {
            channel.close();
            throw failure;
        }
    }
}
