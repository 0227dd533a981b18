package eliq.job;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Held by whoever works on a job. The operating system lets go of it when the process dies, however it dies, which a
 * process number in a table cannot tell: numbers are used again, and mean nothing in another container.
 */
final class JobLock implements AutoCloseable {
    private static final String FILE = "lock";

    private final FileChannel channel;

    private JobLock(FileChannel channel) {
        this.channel = channel;
    }

    /** The lock on a job's folder, which is created as needed; nothing where somebody holds it. */
    static Optional<JobLock> tryLock(Path directory) throws JobException {
        FileChannel channel = null;
        try {
            Files.createDirectories(directory);
            channel =
                    FileChannel.open(
                            directory.resolve(FILE),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(new JobLock(channel));
            }
        } catch (OverlappingFileLockException e) {
            // Held by another thread of this process.
        } catch (IOException e) {
            closeQuietly(channel);
            throw new JobException(
                    "The job folder "
                            + directory
                            + " cannot be used ("
                            + e.getMessage()
                            + "); check its permissions and that the disk supports file locks.",
                    e);
        }
        closeQuietly(channel);
        return Optional.empty();
    }

    @Override
    public void close() {
        closeQuietly(channel);
    }

    private static void closeQuietly(FileChannel channel) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                // Closing releases the lock in any case.
            }
        }
    }
}
