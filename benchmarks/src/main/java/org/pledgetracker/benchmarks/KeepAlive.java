package org.pledgetracker.benchmarks;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** A connection that carries one request at a time, as cheaply as can be: the load shares the machine with what it measures. */
final class KeepAlive {

    private final SocketChannel channel;
    private final byte[] bytes = new byte[16 * 1024];
    private final ByteBuffer come = ByteBuffer.wrap(bytes);
    private int request;
    private long begun;

    private KeepAlive(SocketChannel channel) {
        this.channel = channel;
    }

    /** Connects to a port of this machine; the selector hears of its answers. */
    static KeepAlive open(int port, Selector selector) throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        KeepAlive connection = new KeepAlive(channel);
        channel.register(selector, SelectionKey.OP_READ, connection);
        return connection;
    }

    /** Sends a request. */
    void send(int number, ByteBuffer encoded) throws IOException {
        send(number, encoded, System.nanoTime());
    }

    /** Sends a request that should have begun at this time. */
    void send(int number, ByteBuffer encoded, long since) throws IOException {
        request = number;
        begun = since;
        come.clear();
        ByteBuffer left = encoded.duplicate();
        while (left.hasRemaining()) {
            if (channel.write(left) < 0) {
                throw new EOFException();
            }
        }
    }

    /** What was answered; null while it is not whole. */
    @Nullable
    Answer read() throws IOException {
        if (channel.read(come) < 0) {
            throw new EOFException();
        }
        return Answer.of(bytes, come.position());
    }

    /** The number of the request that is under way. */
    int request() {
        return request;
    }

    long nanosSinceBegun() {
        return System.nanoTime() - begun;
    }

    void close() throws IOException {
        channel.close();
    }
}
