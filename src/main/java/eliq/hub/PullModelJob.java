package eliq.hub;

import eliq.job.Job;
import eliq.job.JobCancelledException;
import eliq.job.JobContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Fetches a model from a hub into the cache that it shares with other tools. What is there already is used; what was cut
 * off is gone on with; nothing appears under its name before its digest was checked. A job that is resumed stays with the
 * commit it began with.
 */
public final class PullModelJob implements Job<PullModel, PulledModel> {
    public static final String KIND = "pull-model";
    private static final String COMMIT = "commit";

    private final HubEnvironment environment;
    private final Means means;

    public PullModelJob(HubEnvironment environment) {
        this(environment, Means.real());
    }

    PullModelJob(HubEnvironment environment, Means means) {
        this.environment = environment;
        this.means = means;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<PullModel> parametersType() {
        return PullModel.class;
    }

    @Override
    public Class<PulledModel> resultType() {
        return PulledModel.class;
    }

    @Override
    public boolean exclusive() {
        return false;
    }

    /**
     * Asks the hub what a pull would fetch; fetches and writes nothing.
     *
     * @throws HubException if the hub cannot be asked, does not have the model or may not show it
     */
    public PullPlan plan(PullModel parameters) throws HubException, InterruptedException {
        HubReference wanted = HubReference.of(parameters.model());
        if (environment.offline()) {
            throw new HubException(
                    "HF_HUB_OFFLINE forbids to ask the hub for "
                            + wanted
                            + "; unset it to fetch models.");
        }
        CachedRepository repository =
                new CachedRepository(
                        environment.cache().toAbsolutePath().normalize(), wanted.repository());
        try (HubHttp http =
                new HubHttp(
                        environment.endpoint(),
                        environment.token(),
                        environment.proxies(),
                        means.patience())) {
            HubApi api = new HubApi(http, wanted, means.pause(), new Asking());
            String commit = wanted.isCommit() ? wanted.revision() : api.commit();
            Optional<HubListing> kept = repository.listing(commit);
            HubListing listing = kept.isPresent() ? kept.get() : api.listing(commit);
            List<HubFile> files =
                    new FileChoice(parameters.include()).of(wanted.repository(), listing);
            List<HubFile> absent = files.stream().filter(f -> !repository.has(commit, f)).toList();
            return new PullPlan(
                    parameters.model(),
                    commit,
                    http.endpoint(),
                    http.hasToken(),
                    repository.root(),
                    files.size(),
                    files.stream().mapToLong(HubFile::size).sum(),
                    ModelDownload.missing(repository, absent, environment.linksAllowed()),
                    means.disk().usable(existing(repository.root())));
        } catch (JobCancelledException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedException("stopped while the hub was asked");
        } catch (IOException e) {
            throw new HubException(
                    "The cache "
                            + repository.root()
                            + " cannot be used ("
                            + e.getMessage()
                            + "); check its permissions, or set HF_HUB_CACHE to another folder.",
                    e);
        }
    }

    /** The folder, or the nearest one above it that is there. */
    private static Path existing(Path folder) {
        Path there = folder;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there;
    }

    @Override
    public PulledModel run(PullModel parameters, JobContext context)
            throws HubException, JobCancelledException, InterruptedException {
        HubReference wanted = HubReference.of(parameters.model());
        CachedRepository repository =
                new CachedRepository(
                        environment.cache().toAbsolutePath().normalize(), wanted.repository());
        FileChoice choice = new FileChoice(parameters.include());
        if (environment.offline()) {
            return present(parameters, wanted, repository, choice)
                    .orElseThrow(
                            () ->
                                    new HubException(
                                            "Model "
                                                    + wanted
                                                    + " is not whole in the cache "
                                                    + repository.root()
                                                    + ", and HF_HUB_OFFLINE forbids to ask the hub; unset it to"
                                                    + " fetch the model."));
        }
        try (HubHttp http =
                new HubHttp(
                        environment.endpoint(),
                        environment.token(),
                        environment.proxies(),
                        means.patience())) {
            HubApi api = new HubApi(http, wanted, means.pause(), context);
            String commit;
            try {
                commit = commit(api, wanted, context);
            } catch (HubException e) {
                Optional<PulledModel> present = present(parameters, wanted, repository, choice);
                if (!e.isUnavailable() || present.isEmpty()) {
                    throw e;
                }
                context.message(e.getMessage());
                context.message(
                        "What was fetched earlier is used: commit " + present.get().commit());
                return present.get();
            }
            return fetch(parameters, wanted, repository, choice, api, commit, context);
        } catch (IOException e) {
            throw new HubException(
                    "The cache "
                            + repository.root()
                            + " cannot be used ("
                            + e.getMessage()
                            + "); check its permissions and free space, or set HF_HUB_CACHE to another folder.",
                    e);
        }
    }

    /** Asked once: a job that is resumed gets the files it began with, whatever the branch is by then. */
    private String commit(HubApi api, HubReference wanted, JobContext context)
            throws HubException, JobCancelledException, InterruptedException, IOException {
        Path kept = context.directory().resolve(COMMIT);
        if (wanted.isCommit()) {
            return wanted.revision();
        }
        if (Files.isRegularFile(kept)) {
            return Files.readString(kept);
        }
        String commit = api.commit();
        SafeFiles.write(kept, commit.getBytes(), context.directory());
        return commit;
    }

    private PulledModel fetch(
            PullModel parameters,
            HubReference wanted,
            CachedRepository repository,
            FileChoice choice,
            HubApi api,
            String commit,
            JobContext context)
            throws HubException, JobCancelledException, InterruptedException, IOException {
        Optional<HubListing> kept = repository.listing(commit);
        HubListing listing = kept.isPresent() ? kept.get() : api.listing(commit);
        List<HubFile> files = choice.of(wanted.repository(), listing);
        boolean link = repository.canLink(environment.linksAllowed());
        repository.keep(listing);
        if (parameters.check()) {
            dropDamaged(repository, commit, files, context);
        }
        ModelDownload download = new ModelDownload(api, repository, means, link, context);
        long fetched = download.run(commit, files);
        Path folder = repository.snapshot(commit);
        Optional<String> problem = CheckpointFolder.of(folder).problem();
        if (parameters.include().isEmpty() && problem.isPresent()) {
            throw new HubException(
                    "Repository "
                            + wanted.repository()
                            + " is no complete checkpoint at commit "
                            + commit
                            + ": "
                            + problem.get()
                            + ". Try another revision, or name its files with --include.");
        }
        repository.refer(wanted.revision(), commit);
        return result(parameters, commit, folder, files, fetched);
    }

    /** Takes away what is not what it should be, so that it is fetched. */
    private static void dropDamaged(
            CachedRepository repository, String commit, List<HubFile> files, JobContext context)
            throws JobCancelledException, IOException {
        HashProgress progress = new HashProgress("Checking " + repository.id(), files, context);
        for (HubFile file : files) {
            boolean shown = repository.has(commit, file);
            if (!shown && !repository.hasBlob(file)) {
                continue;
            }
            Path path = shown ? repository.file(commit, file) : repository.blob(file.digest());
            if (!progress.digest(path, file.digest().kind()).equals(file.digest())) {
                context.message(file.path() + " is damaged here; it is fetched again.");
                SafeFiles.remove(repository.file(commit, file));
                SafeFiles.remove(repository.blob(file.digest()));
            }
        }
    }

    /** What is there, if it is all that is wanted. */
    private static Optional<PulledModel> present(
            PullModel parameters,
            HubReference wanted,
            CachedRepository repository,
            FileChoice choice)
            throws HubException {
        Optional<String> commit = repository.commit(wanted.revision());
        if (commit.isEmpty()) {
            return Optional.empty();
        }
        Path folder = repository.snapshot(commit.get());
        Optional<HubListing> listing = repository.listing(commit.get());
        if (listing.isEmpty()) {
            // Another tool fetched it.
            CheckpointFolder found = CheckpointFolder.of(folder);
            return parameters.include().isEmpty() && found.problem().isEmpty()
                    ? Optional.of(
                            new PulledModel(
                                    parameters.model(),
                                    commit.get(),
                                    folder,
                                    found.files().size(),
                                    found.bytes(),
                                    0))
                    : Optional.empty();
        }
        List<HubFile> files = choice.of(wanted.repository(), listing.get());
        return files.stream().allMatch(f -> repository.has(commit.get(), f))
                ? Optional.of(result(parameters, commit.get(), folder, files, 0))
                : Optional.empty();
    }

    private static PulledModel result(
            PullModel parameters, String commit, Path folder, List<HubFile> files, long fetched) {
        long bytes = files.stream().mapToLong(HubFile::size).sum();
        return new PulledModel(parameters.model(), commit, folder, files.size(), bytes, fetched);
    }
}
