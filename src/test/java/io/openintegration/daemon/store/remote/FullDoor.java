package io.openintegration.daemon.store.remote;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/** A port at which nobody accepts, and where so many wait that the system takes no more: whoever comes hears nothing. */
final class FullDoor implements AutoCloseable {

    private static final int MORE_THAN_FIT = 16;

    private final ServerSocket door;
    private final List<SocketChannel> waiting = new ArrayList<>();

    FullDoor() throws IOException {
        door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        for (int i = 0; i < MORE_THAN_FIT; i++) {
            SocketChannel channel = SocketChannel.open();
            waiting.add(channel);
            channel.configureBlocking(false);
            channel.connect(door.getLocalSocketAddress());
        }
    }

    int port() {
        return door.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        for (SocketChannel channel : waiting) {
            channel.close();
        }
        door.close();
    }
}
