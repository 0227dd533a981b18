package eliq.hub;

import eliq.job.JobCancelledException;
import eliq.job.JobContext;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Fetches one file: goes on where an earlier attempt stopped, and lets it appear under its name only once its length and
 * its digest are those that the hub listed.
 */
final class FileDownload {
    private static final int BUFFER = 1 << 17;
    private static final int ERROR_TEXT = 1 << 13;

    private final HubApi api;
    private final FileAnswers answers;
    private final CachedRepository repository;
    private final String commit;
    private final HubFile file;
    private final boolean link;
    private final Transfers transfers;
    private final Pause pause;
    private final JobContext context;

    /**
     * @param link whether snapshots hold links to blobs, or files
     * @param context cancelled when this file is not wanted any more
     */
    FileDownload(
            HubApi api,
            CachedRepository repository,
            String commit,
            HubFile file,
            boolean link,
            Transfers transfers,
            Pause pause,
            JobContext context) {
        this.api = api;
        this.answers = new FileAnswers(api, repository.id(), commit, file);
        this.repository = repository;
        this.commit = commit;
        this.file = file;
        this.link = link;
        this.transfers = transfers;
        this.pause = pause;
        this.context = context;
    }

    void run() throws HubException, JobCancelledException, InterruptedException {
        context.checkCancelled();
        Path lock = repository.lock(file.digest());
        try (BlobLock _ = BlobLock.acquire(lock, answers.name(), pause, context)) {
            if (repository.has(commit, file)) {
                transfers.count(file.size());
            } else if (repository.hasBlob(file)) {
                repository.show(commit, file, link);
                transfers.count(file.size());
            } else {
                fetch();
                repository.place(commit, file, link);
            }
        } catch (IOException e) {
            throw new HubException(
                    answers.name()
                            + " cannot be written to "
                            + repository.folder()
                            + " ("
                            + e.getMessage()
                            + "); check free space and permissions, or set HF_HUB_CACHE to another folder.",
                    e);
        }
    }

    /** Until the part is whole and right. A wrong one is fetched once more from its beginning. */
    private void fetch()
            throws HubException, JobCancelledException, InterruptedException, IOException {
        Path path = repository.part(file.digest());
        for (boolean last = false; ; last = true) {
            FileDigest found;
            try (PartFile part = PartFile.open(path, file, transfers, context)) {
                complete(part);
                found = part.finish();
            }
            if (found.equals(file.digest())) {
                return;
            }
            Files.delete(path);
            transfers.count(-file.size());
            if (last) {
                throw answers.damaged(found);
            }
            context.message(answers.name() + " came damaged; it is fetched again.");
        }
    }

    /** Fetches what is missing of the part. */
    private void complete(PartFile part)
            throws HubException, JobCancelledException, InterruptedException, IOException {
        Retry retry = api.retry();
        while (!part.isWhole()) {
            long before = part.length();
            Optional<HttpHeaders> headers = Optional.empty();
            HubException failure;
            try {
                attempt(part);
                failure = answers.cutOff(part.length());
            } catch (NotNow e) {
                headers = Optional.of(e.headers);
                failure = e.failure;
            } catch (NetworkFailure e) {
                failure =
                        part.length() > 0
                                ? answers.cutOff(part.length())
                                : api.unreachable(e.cause);
            }
            context.checkCancelled();
            if (part.length() > before) {
                retry.succeeded();
            }
            if (!part.isWhole() && !retry.again(headers)) {
                throw failure;
            }
        }
    }

    /** One request, and as much of its answer as comes. */
    private void attempt(PartFile part)
            throws HubException,
                    NotNow,
                    NetworkFailure,
                    IOException,
                    JobCancelledException,
                    InterruptedException {
        long from = part.length();
        HubHttp.Answer<InputStream> answer = request(from);
        try (Transfers.Open body = transfers.open(answer.body())) {
            boolean useful =
                    switch (answer.status()) {
                        case 200 -> {
                            answers.checkHub(answer.hub());
                            answers.checkWhole(answer.headers());
                            if (from > 0) {
                                // Everything is sent, whatever was asked for.
                                part.restart();
                            }
                            yield true;
                        }
                        case 206 -> {
                            answers.checkHub(answer.hub());
                            yield answers.isRest(answer.headers(), from);
                        }
                        case 416 -> false;
                        default -> throw refused(answer, body);
                    };
            if (useful) {
                copy(body, part);
            } else if (from > 0) {
                part.restart();
            } else {
                throw refused(answer, body);
            }
        }
    }

    private HubHttp.Answer<InputStream> request(long from)
            throws HubException, NetworkFailure, JobCancelledException, InterruptedException {
        try {
            return api.http()
                    .get(
                            api.address(commit, file),
                            from > 0 ? Map.of("Range", "bytes=" + from + "-") : Map.of(),
                            BodyHandlers.ofInputStream(),
                            context);
        } catch (IOException e) {
            throw new NetworkFailure(e);
        }
    }

    private void copy(Transfers.Open body, PartFile part)
            throws HubException, NetworkFailure, IOException, JobCancelledException {
        byte[] buffer = new byte[BUFFER];
        while (true) {
            context.checkCancelled();
            int n;
            try {
                n = body.read(buffer);
            } catch (IOException e) {
                throw new NetworkFailure(e);
            }
            if (n < 0) {
                return;
            }
            if (part.length() + n > file.size()) {
                part.restart();
                throw answers.lengthDiffers("more");
            }
            part.add(buffer, n);
        }
    }

    /** What a refusal means: final, or thrown as one to be tried again. */
    private HubException refused(HubHttp.Answer<?> answer, Transfers.Open body) throws NotNow {
        String text;
        try {
            text = new String(body.readNBytes(ERROR_TEXT), StandardCharsets.UTF_8);
        } catch (IOException e) {
            text = "";
        }
        HubException failure =
                api.refusals()
                        .of(answer.status(), answer.headers(), text, Optional.of(file.path()));
        if (Retry.isWorthwhile(answer.status())) {
            throw new NotNow(answer.headers(), failure);
        }
        return failure;
    }

    /** The network failed, not the disk. */
    private static final class NetworkFailure extends Exception {
        private static final long serialVersionUID = 1L;
        private final IOException cause;

        NetworkFailure(IOException cause) {
            super(cause);
            this.cause = cause;
        }
    }

    /** The hub says that it may work later. */
    private static final class NotNow extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient HttpHeaders headers;
        private final HubException failure;

        NotNow(HttpHeaders headers, HubException failure) {
            super(failure);
            this.headers = headers;
            this.failure = failure;
        }
    }
}
