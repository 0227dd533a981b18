package eliq.hub;

import eliq.job.JobCancelledException;
import eliq.job.JobContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Brings the wanted files of one commit into the cache, several at a time. */
final class ModelDownload {
    private static final int AT_ONCE = 4;
    private static final long WATCH_MILLIS = 100;
    private static final double MEGA = 1e6;

    private final HubApi api;
    private final CachedRepository repository;
    private final Means means;
    private final boolean link;
    private final JobContext context;
    private final Transfers transfers;

    /**
     * @param link whether snapshots hold links to blobs, or files
     */
    ModelDownload(
            HubApi api,
            CachedRepository repository,
            Means means,
            boolean link,
            JobContext context) {
        this.api = api;
        this.repository = repository;
        this.means = means;
        this.link = link;
        this.context = context;
        this.transfers = new Transfers(means.patience());
    }

    /**
     * Fetches what is not there.
     *
     * @return bytes that came over the network
     */
    long run(String commit, List<HubFile> wanted)
            throws HubException, JobCancelledException, InterruptedException, IOException {
        List<HubFile> absent = wanted.stream().filter(f -> !repository.has(commit, f)).toList();
        checkSpace(absent);
        long total = wanted.stream().mapToLong(HubFile::size).sum();
        transfers.count(total - absent.stream().mapToLong(HubFile::size).sum());
        if (!absent.isEmpty()) {
            context.message(
                    "Fetching "
                            + absent.size()
                            + " of "
                            + wanted.size()
                            + " files of "
                            + repository.id()
                            + " at commit "
                            + commit
                            + ".");
            fetch(commit, absent, total);
        }
        return transfers.fetched();
    }

    private void checkSpace(List<HubFile> absent) throws HubException, IOException {
        means.disk()
                .check(
                        repository.folder(),
                        missing(repository, absent, link),
                        "What is missing of repository " + repository.id(),
                        "set HF_HUB_CACHE to a folder on another disk");
    }

    /**
     * Bytes that will be written for files that are not shown yet.
     *
     * @param link whether snapshots hold links to blobs, or files
     */
    static long missing(CachedRepository repository, List<HubFile> absent, boolean link)
            throws IOException {
        long bytes = 0;
        for (HubFile file : absent) {
            if (!repository.hasBlob(file)) {
                Path part = repository.part(file.digest());
                long come = Files.exists(part) ? Files.size(part) : 0;
                bytes += file.size() - Math.min(come, file.size());
            } else if (!link) {
                bytes += file.size();
            }
        }
        return bytes;
    }

    private void fetch(String commit, List<HubFile> absent, long total)
            throws HubException, JobCancelledException, InterruptedException, IOException {
        StoppableContext part = new StoppableContext(context, transfers);
        ExecutorService threads =
                Executors.newFixedThreadPool(
                        Math.min(AT_ONCE, absent.size()),
                        Thread.ofPlatform().daemon().name("download-", 0).factory());
        try {
            ExecutorCompletionService<HubFile> done = new ExecutorCompletionService<>(threads);
            for (HubFile file : absent) {
                done.submit(
                        () -> {
                            new FileDownload(
                                            api,
                                            repository,
                                            commit,
                                            file,
                                            link,
                                            transfers,
                                            means.pause(),
                                            part)
                                    .run();
                            return file;
                        });
            }
            for (int left = absent.size(); left > 0; ) {
                Future<HubFile> next = done.poll(WATCH_MILLIS, TimeUnit.MILLISECONDS);
                context.checkCancelled();
                transfers.watch();
                if (next != null) {
                    rethrow(next);
                    left--;
                }
                report(total);
            }
        } finally {
            // Those that go on keep what has come; none is interrupted in the middle of a write.
            transfers.stop();
            transfers.watch();
            threads.shutdown();
            while (!threads.awaitTermination(WATCH_MILLIS, TimeUnit.MILLISECONDS)) {
                transfers.watch();
            }
        }
    }

    /** In megabytes: what people compare with a connection and a disk. */
    private void report(long total) {
        long all = Math.max(1, (long) Math.ceil(total / MEGA));
        long come = Math.clamp(transfers.bytes(), 0, total);
        long done = come == total ? all : Math.min(all - 1, (long) (come / MEGA));
        context.progress("Fetching " + repository.id() + ", MB", done, all);
    }

    private static void rethrow(Future<HubFile> done)
            throws HubException, JobCancelledException, InterruptedException, IOException {
        try {
            done.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case HubException hub -> throw hub;
                case JobCancelledException stopped -> throw stopped;
                case InterruptedException interrupted -> throw interrupted;
                case Error error -> throw error;
                case RuntimeException fault -> throw fault;
                default -> throw new IOException(e.getCause());
            }
        }
    }
}
