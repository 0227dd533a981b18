package eliq.hub;

import eliq.job.JobCancelledException;
import eliq.job.JobContext;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * Held by whoever fetches a blob, so that two of our processes do not write to one part. The file is the one that the
 * Hugging Face client locks; on Unix it does so in another way that does not exclude us, which is harmless: its parts have
 * other names, and what is complete appears by an atomic move.
 */
final class BlobLock implements AutoCloseable {
    private static final Duration WAIT = Duration.ofMillis(200);

    private final FileChannel channel;

    private BlobLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Waits for the lock until the job is cancelled. */
    static BlobLock acquire(Path file, String what, Pause pause, JobContext context)
            throws IOException, JobCancelledException, InterruptedException {
        Files.createDirectories(file.getParent());
        // Kept open while waiting: on Unix, closing one channel lets go of the locks of others in
        // this process.
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean said = false;
        try {
            while (!tryLock(channel)) {
                if (!said) {
                    context.message("Waiting for another download of " + what + ".");
                    said = true;
                }
                pause.pause(WAIT, context);
            }
        } catch (IOException | JobCancelledException | InterruptedException | RuntimeException e) {
            channel.close();
            throw e;
        }
        return new BlobLock(channel);
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock(0, 1, false);
            return lock != null;
        } catch (OverlappingFileLockException e) {
            // Another thread of this process has it.
            return false;
        }
    }

    /** Whether somebody holds the lock of this file now. */
    static boolean isHeld(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return !tryLock(channel);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
