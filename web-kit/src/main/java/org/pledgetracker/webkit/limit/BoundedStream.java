package org.pledgetracker.webkit.limit;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/** A body whose length nobody has told. */
final class BoundedStream extends ServletInputStream {

    private final ServletInputStream in;
    private long left;

    BoundedStream(ServletInputStream in, long most) {
        this.in = in;
        this.left = most;
    }

    @Override
    public int read() throws IOException {
        int next = in.read();
        if (next >= 0) {
            count(1);
        }
        return next;
    }

    @Override
    public int read(byte[] bytes, int from, int most) throws IOException {
        int read = in.read(bytes, from, most);
        if (read > 0) {
            count(read);
        }
        return read;
    }

    private void count(int read) throws BodyTooLarge {
        left -= read;
        if (left < 0) {
            throw new BodyTooLarge();
        }
    }

    @Override
    public boolean isFinished() {
        return in.isFinished();
    }

    @Override
    public boolean isReady() {
        return in.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        in.setReadListener(listener);
    }
}
