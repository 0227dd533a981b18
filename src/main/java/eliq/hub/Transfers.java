package eliq.hub;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** The transfers of one download that are under way: how much has come, and which of them stand still. */
final class Transfers {
    private final long patience;
    private final Set<Open> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong fetched = new AtomicLong();
    private final AtomicBoolean stopped = new AtomicBoolean();

    /**
     * @param patience how long a stream may give nothing
     */
    Transfers(Duration patience) {
        this.patience = patience.toNanos();
    }

    /** A stream that is being read. */
    final class Open implements AutoCloseable {
        private final InputStream stream;
        private volatile long touched = System.nanoTime();

        private Open(InputStream stream) {
            this.stream = stream;
        }

        /** As of a stream; ends early when nothing comes for too long. */
        int read(byte[] buffer) throws IOException {
            int n = stream.read(buffer);
            touched = System.nanoTime();
            if (n > 0) {
                fetched.addAndGet(n);
            }
            return n;
        }

        /** The beginning of what it has. */
        byte[] readNBytes(int most) throws IOException {
            return stream.readNBytes(most);
        }

        @Override
        public void close() throws IOException {
            open.remove(this);
            stream.close();
        }
    }

    Open open(InputStream stream) {
        Open transfer = new Open(stream);
        open.add(transfer);
        return transfer;
    }

    /** More, or less where something begins anew, of what is wanted is there. */
    void count(long more) {
        bytes.addAndGet(more);
    }

    /** Bytes of what is wanted that are there. */
    long bytes() {
        return bytes.get();
    }

    /** Bytes that came over the network. */
    long fetched() {
        return fetched.get();
    }

    /** None of them is wanted any more. */
    void stop() {
        stopped.set(true);
    }

    boolean isStopped() {
        return stopped.get();
    }

    /** To be called a few times a second: ends those that stand still, or all that are not wanted any more. */
    void watch() {
        long now = System.nanoTime();
        for (Open transfer : open) {
            if (stopped.get() || now - transfer.touched > patience) {
                try {
                    // Its reader, in another thread, then sees the end.
                    transfer.stream.close();
                } catch (IOException e) {
                    // Closed it is.
                }
            }
        }
    }
}
