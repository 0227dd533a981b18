package eliq.hub;

import eliq.job.JobCancelledException;
import eliq.job.JobContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Hashes files and says how far it is, in megabytes. */
final class HashProgress {
    private static final double MEGA = 1e6;

    private final String stage;
    private final long total;
    private final JobContext context;
    private long done;

    /**
     * @param total bytes that will be hashed
     */
    HashProgress(String stage, long total, JobContext context) {
        this.stage = stage;
        this.total = total;
        this.context = context;
    }

    HashProgress(String stage, List<HubFile> files, JobContext context) {
        this(stage, files.stream().mapToLong(HubFile::size).sum(), context);
    }

    /** The digest of a file. */
    FileDigest digest(Path file, FileDigest.Kind kind) throws IOException, JobCancelledException {
        try {
            return FileDigest.of(
                    file,
                    kind,
                    n -> {
                        if (context.cancelled()) {
                            throw new Stopped();
                        }
                        pass(n);
                    });
        } catch (Stopped e) {
            throw new JobCancelledException();
        }
    }

    /** Counts bytes that need not be hashed, or were copied. */
    void pass(long bytes) {
        done += bytes;
        long all = Math.max(1, (long) Math.ceil(total / MEGA));
        context.progress(stage + ", MB", Math.min(all, (long) Math.ceil(done / MEGA)), all);
    }

    /** Ends the reading of a file from within. */
    private static final class Stopped extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
