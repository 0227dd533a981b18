package eliq.hub;

import eliq.job.JobCancelledException;
import eliq.job.JobContext;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What has come of a file so far, with the digest of it. */
final class PartFile implements AutoCloseable {
    private static final int BUFFER = 1 << 17;

    private final FileChannel channel;
    private final HubFile file;
    private final Transfers transfers;
    private FileDigest.Running digest;
    private long length;

    private PartFile(FileChannel channel, HubFile file, Transfers transfers) {
        this.channel = channel;
        this.file = file;
        this.transfers = transfers;
        this.digest = FileDigest.start(file.digest().kind(), file.size());
    }

    /** Goes on with a part, or begins one. */
    static PartFile open(Path path, HubFile file, Transfers transfers, JobContext context)
            throws IOException, JobCancelledException {
        Files.createDirectories(path.getParent());
        FileChannel channel =
                FileChannel.open(
                        path,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        PartFile part = new PartFile(channel, file, transfers);
        try {
            if (channel.size() > file.size()) {
                channel.truncate(0);
            }
            part.digestPresent(context);
            return part;
        } catch (IOException | JobCancelledException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private void digestPresent(JobContext context) throws IOException, JobCancelledException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        for (int n = channel.read(buffer); n >= 0; n = channel.read(buffer.clear())) {
            context.checkCancelled();
            digest.add(buffer.array(), n);
            length += n;
            transfers.count(n);
        }
    }

    long length() {
        return length;
    }

    boolean isWhole() {
        return length == file.size();
    }

    void add(byte[] bytes, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, count);
        while (buffer.hasRemaining()) {
            channel.write(buffer, length + buffer.position());
        }
        digest.add(bytes, count);
        length += count;
        transfers.count(count);
    }

    /** Throws away what has come. */
    void restart() throws IOException {
        channel.truncate(0);
        transfers.count(-length);
        digest = FileDigest.start(file.digest().kind(), file.size());
        length = 0;
    }

    /** Makes it last; whether it is the file that the hub listed. */
    FileDigest finish() throws IOException {
        channel.force(true);
        return digest.end();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
