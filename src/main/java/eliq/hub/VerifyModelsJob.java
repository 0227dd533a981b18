package eliq.hub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eliq.file.JsonFault;
import eliq.hub.VerifiedModels.State;
import eliq.hub.VerifiedModels.VerifiedFile;
import eliq.job.Job;
import eliq.job.JobCancelledException;
import eliq.job.JobContext;
import eliq.tensor.Safetensors;
import eliq.tensor.TensorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads models through: files of a hub against their digests, all others for their form. What was verified is not read
 * again by a job that is resumed, as long as the file has not changed.
 */
public final class VerifyModelsJob implements Job<VerifyModels, VerifiedModels> {
    public static final String KIND = "verify-models";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final InstalledModels installed;

    public VerifyModelsJob(InstalledModels installed) {
        this.installed = installed;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<VerifyModels> parametersType() {
        return VerifyModels.class;
    }

    @Override
    public Class<VerifiedModels> resultType() {
        return VerifiedModels.class;
    }

    @Override
    public boolean exclusive() {
        return false;
    }

    @Override
    public VerifiedModels run(VerifyModels parameters, JobContext context)
            throws HubException, JobCancelledException, IOException {
        Map<Path, InstalledModel> models = new LinkedHashMap<>();
        if (parameters.models().isEmpty()) {
            installed.list().forEach(m -> models.put(m.folder(), m));
        }
        for (String name : parameters.models()) {
            installed.named(name).forEach(m -> models.put(m.folder(), m));
        }
        long total = models.values().stream().mapToLong(InstalledModel::bytes).sum();
        HashProgress progress = new HashProgress("Verifying", total, context);
        VerifyJournal journal = VerifyJournal.open(context.directory().resolve("verified.txt"));
        List<VerifiedFile> files = new ArrayList<>();
        for (InstalledModel model : models.values()) {
            verify(model, journal, progress, context, files);
        }
        return new VerifiedModels(files);
    }

    private void verify(
            InstalledModel model,
            VerifyJournal journal,
            HashProgress progress,
            JobContext context,
            List<VerifiedFile> found)
            throws JobCancelledException {
        Map<String, HubFile> listed = listed(model);
        Set<String> seen = new HashSet<>();
        for (Path file : CheckpointFolder.of(model.folder()).files()) {
            context.checkCancelled();
            String name = model.folder().relativize(file).toString().replace('\\', '/');
            seen.add(name);
            found.add(verify(model.name(), name, file, listed, journal, progress));
        }
        for (HubFile file : needed(model, listed)) {
            if (!seen.contains(file.path())) {
                found.add(
                        new VerifiedFile(
                                model.name(),
                                file.path(),
                                State.MISSING,
                                0,
                                Optional.of("the repository has it, the cache has not")));
            }
        }
        boolean good =
                found.stream()
                        .filter(f -> f.model().equals(model.name()))
                        .allMatch(VerifiedFile::isGood);
        if (good && model.problem().isPresent()) {
            found.add(new VerifiedFile(model.name(), "", State.MISSING, 0, model.problem()));
        }
    }

    /** What should be here: all that a checkpoint needs, where its weights are here. */
    private static List<HubFile> needed(InstalledModel model, Map<String, HubFile> listed) {
        HubListing listing = new HubListing("", List.copyOf(listed.values()));
        List<HubFile> needed = new FileChoice(List.of()).matching(listing);
        boolean weights =
                needed.stream()
                        .map(HubFile::path)
                        .filter(path -> path.endsWith(".safetensors"))
                        .anyMatch(path -> Files.exists(model.folder().resolve(path)));
        return weights ? needed : List.of();
    }

    private Map<String, HubFile> listed(InstalledModel model) {
        Map<String, HubFile> listed = new LinkedHashMap<>();
        if (model.origin() == InstalledModel.Origin.CACHE) {
            HubReference.find(model.name())
                    .map(reference -> installed.cached(reference.repository()))
                    .flatMap(r -> r.listing(model.folder().getFileName().toString()))
                    .ifPresent(l -> l.files().forEach(f -> listed.put(f.path(), f)));
        }
        return listed;
    }

    private static VerifiedFile verify(
            String model,
            String name,
            Path file,
            Map<String, HubFile> listed,
            VerifyJournal journal,
            HashProgress progress)
            throws JobCancelledException {
        if (!Files.isRegularFile(file)) {
            return new VerifiedFile(
                    model, name, State.MISSING, 0, Optional.of("its link leads nowhere"));
        }
        long size = 0;
        try {
            size = Files.size(file);
            Optional<FileDigest> expected =
                    Optional.ofNullable(listed.get(name))
                            .map(HubFile::digest)
                            .or(() -> CachedRepository.named(file));
            Optional<String> wrong =
                    expected.isPresent()
                            ? mismatch(file, expected.get(), journal, progress)
                            : malformed(file, size, progress);
            State state =
                    wrong.isPresent()
                            ? State.DAMAGED
                            : expected.isPresent() ? State.VERIFIED : State.READABLE;
            return new VerifiedFile(model, name, state, size, wrong);
        } catch (IOException e) {
            return new VerifiedFile(
                    model,
                    name,
                    State.DAMAGED,
                    size,
                    Optional.of("it cannot be read: " + e.getMessage()));
        }
    }

    private static Optional<String> mismatch(
            Path file, FileDigest expected, VerifyJournal journal, HashProgress progress)
            throws IOException, JobCancelledException {
        if (journal.has(file, expected)) {
            progress.pass(Files.size(file));
            return Optional.empty();
        }
        FileDigest found = progress.digest(file, expected.kind());
        if (found.equals(expected)) {
            journal.add(file, expected);
            return Optional.empty();
        }
        return Optional.of("its digest is " + found.hex() + ", it should be " + expected.hex());
    }

    private static Optional<String> malformed(Path file, long size, HashProgress progress)
            throws IOException {
        progress.pass(size);
        String name = file.getFileName().toString();
        if (name.endsWith(".safetensors")) {
            try (Safetensors _ = Safetensors.open(file)) {
                return Optional.empty();
            } catch (TensorException e) {
                return Optional.of(e.getMessage());
            }
        }
        if (name.endsWith(".json")) {
            try {
                JSON.readTree(Files.readAllBytes(file));
            } catch (JsonProcessingException e) {
                return Optional.of("it is no JSON: " + JsonFault.of(e));
            }
        }
        return Optional.empty();
    }
}
