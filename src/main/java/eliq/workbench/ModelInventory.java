package eliq.workbench;

import eliq.catalog.Catalog;
import eliq.catalog.CatalogException;
import eliq.catalog.JobRecord;
import eliq.critic.CriticCard;
import eliq.critic.CriticException;
import eliq.critic.TrainCriticResult;
import eliq.hub.HubException;
import eliq.hub.InstalledModel;
import eliq.hub.InstalledModels;
import eliq.hub.ModelFolders;
import eliq.job.JobException;
import eliq.job.JobRunner;
import eliq.scorer.ScorerCard;
import eliq.scorer.ScorerException;
import eliq.scorer.TrainScorerResult;
import eliq.workbench.ModelDetails.Bond;
import eliq.workbench.ModelDetails.Making;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The models on this machine, with their weights, the runs that made them, and the models that they rest on. */
public final class ModelInventory {
    private static final int JOBS_SEEN = 2000;

    private final Catalog catalog;
    private final JobRunner jobs;
    private final InstalledModels installed;
    private final ModelFolders folders;

    ModelInventory(
            Catalog catalog, JobRunner jobs, InstalledModels installed, ModelFolders folders) {
        this.catalog = catalog;
        this.jobs = jobs;
        this.installed = installed;
        this.folders = folders;
    }

    /** All of them. Reads the heads of files only. */
    public List<ModelDetails> list() throws CatalogException {
        Map<Path, Long> runs = runs();
        return installed.list().stream().map(model -> details(model, runs)).toList();
    }

    /**
     * Those of this name.
     *
     * @throws HubException if there is none
     */
    public List<ModelDetails> named(String name) throws HubException, CatalogException {
        Map<Path, Long> runs = runs();
        return installed.named(name).stream().map(model -> details(model, runs)).toList();
    }

    private ModelDetails details(InstalledModel model, Map<Path, Long> runs) {
        Path folder = model.folder();
        Optional<ModelDetails.Weights> weights = WeightCount.of(folder);
        Long run = runs.get(folder.toAbsolutePath().normalize());
        OptionalLong known = run == null ? OptionalLong.empty() : OptionalLong.of(run);
        return switch (model.kind()) {
            case CRITIC -> critic(model, weights, known);
            case SCORER -> scorer(model, weights, known);
            case BACKBONE, ADAPTER, OTHER ->
                    new ModelDetails(model, weights, Optional.empty(), List.of(), Optional.empty());
        };
    }

    private ModelDetails critic(
            InstalledModel model, Optional<ModelDetails.Weights> weights, OptionalLong run) {
        try {
            CriticCard card = CriticCard.read(model.folder());
            List<Bond> bonds = card.adapter() ? List.of(backbone(card)) : List.of();
            return new ModelDetails(
                    model, weights, Optional.of(making(card, run)), bonds, Optional.empty());
        } catch (CriticException e) {
            return unreadable(model, weights, e.getMessage());
        }
    }

    private static Making making(CriticCard card, OptionalLong run) {
        String heldOut =
                card.validation()
                        .map(
                                v ->
                                        String.format(
                                                Locale.ROOT,
                                                ", held-out accuracy %.0f %%",
                                                100 * v.meanAccuracy()))
                        .orElse("");
        return new Making(
                run,
                "%d steps on set %s%s"
                        .formatted(card.steps(), card.parameters().tupleSet(), heldOut),
                Optional.of(card.trained()));
    }

    private Bond backbone(CriticCard card) {
        String name = String.valueOf(card.backbone().getFileName());
        String needs = "backbone " + name;
        if (Files.isDirectory(card.backbone())) {
            return new Bond(needs + " in " + card.backbone(), Optional.empty());
        }
        try {
            return new Bond(needs + " in " + folders.find(name), Optional.empty());
        } catch (HubException e) {
            return new Bond(
                    needs,
                    Optional.of(
                            "The backbone that it was tuned from, "
                                    + card.backbone()
                                    + ", is not there; pull or import it, or put it back."));
        }
    }

    private ModelDetails scorer(
            InstalledModel model, Optional<ModelDetails.Weights> weights, OptionalLong run) {
        try {
            ScorerCard card = ScorerCard.read(model.folder());
            Making made =
                    new Making(
                            run,
                            "%d tuples, %d epochs".formatted(card.tuples(), card.history().size()),
                            instant(card.created()));
            return new ModelDetails(
                    model,
                    weights,
                    Optional.of(made),
                    List.of(critic(model.folder(), card)),
                    limits(card));
        } catch (ScorerException e) {
            return unreadable(model, weights, e.getMessage());
        }
    }

    private static Bond critic(Path folder, ScorerCard card) {
        String needs = "critic " + card.critic().name();
        try {
            Path found = card.findCritic(folder).model();
            if (CriticCard.isIn(found)) {
                CriticCard critic = CriticCard.read(found);
                if (!critic.identity().equals(card.critic().weights())) {
                    return new Bond(
                            needs,
                            Optional.of(
                                    "The critic in "
                                            + found
                                            + " is not the one that it was trained on; put that one back, or train"
                                            + " a scorer on this one."));
                }
            }
            return new Bond(needs + " in " + found, Optional.empty());
        } catch (ScorerException | CriticException e) {
            return new Bond(needs, Optional.of(sentence(e.getMessage())));
        }
    }

    private static Optional<String> limits(ScorerCard card) {
        return Optional.of(
                "Trained on "
                        + card.tuples()
                        + " tuples read by "
                        + card.critic().name()
                        + ". It ranks what differs as those pairs did; what they did not show, it cannot judge.");
    }

    private static ModelDetails unreadable(
            InstalledModel model, Optional<ModelDetails.Weights> weights, String why) {
        return new ModelDetails(
                model,
                weights,
                Optional.empty(),
                List.of(new Bond("a card that can be read", Optional.of(sentence(why)))),
                Optional.empty());
    }

    private static String sentence(String words) {
        String text =
                words.isEmpty()
                        ? words
                        : Character.toUpperCase(words.charAt(0)) + words.substring(1);
        return text.endsWith(".") ? text : text + ".";
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Folders of what jobs here have trained, with the runs of those jobs. */
    private Map<Path, Long> runs() throws CatalogException {
        Map<Path, Long> runs = new HashMap<>();
        for (JobRecord job : catalog.jobs().recent(JOBS_SEEN)) {
            made(job)
                    .ifPresent(
                            folder ->
                                    job.runId()
                                            .ifPresent(
                                                    run ->
                                                            runs.putIfAbsent(
                                                                    folder.toAbsolutePath()
                                                                            .normalize(),
                                                                    run)));
        }
        return runs;
    }

    private Optional<Path> made(JobRecord job) {
        try {
            return switch (job.kind()) {
                case "train-critic" ->
                        jobs.result(job, TrainCriticResult.class).map(TrainCriticResult::directory);
                case "train-scorer" ->
                        jobs.result(job, TrainScorerResult.class).map(TrainScorerResult::scorer);
                default -> Optional.empty();
            };
        } catch (JobException e) {
            // A result of an older version; the model says itself what it is.
            return Optional.empty();
        }
    }
}
