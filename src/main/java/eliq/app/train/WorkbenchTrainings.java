package eliq.app.train;

import eliq.backbone.BackboneException;
import eliq.catalog.Catalog;
import eliq.catalog.CatalogException;
import eliq.catalog.JobRecord;
import eliq.catalog.TupleSet;
import eliq.critic.CriticCard;
import eliq.critic.CriticException;
import eliq.critic.CriticPlan;
import eliq.critic.KeepCheckpoint;
import eliq.critic.TrainCriticParameters;
import eliq.hub.InstalledModel;
import eliq.hub.ModelKind;
import eliq.image.ContentHash;
import eliq.job.JobEvent;
import eliq.job.JobException;
import eliq.job.Progress;
import eliq.scorer.ScorerException;
import eliq.scorer.ScorerPlan;
import eliq.scorer.TrainScorerParameters;
import eliq.workbench.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/** Trainings of an open workspace. */
public final class WorkbenchTrainings implements Trainings {
    private final Workbench workbench;
    private final Catalog catalog;
    private final Supplier<Optional<Machine.Accelerator>> accelerator;
    private volatile Machine machine;
    private final EarlierRuns earlier;
    private final Map<Long, Progress> progress = new ConcurrentHashMap<>();
    private final Map<Long, RunReader> readers = new ConcurrentHashMap<>();

    /**
     * @param machine as far as it is known at once
     * @param accelerator finds out the rest; slow
     */
    public WorkbenchTrainings(
            Workbench workbench,
            Machine machine,
            Supplier<Optional<Machine.Accelerator>> accelerator) {
        this.accelerator = accelerator;
        this.workbench = workbench;
        this.catalog = workbench.catalog();
        this.machine = machine;
        this.earlier = new EarlierRuns(catalog);
        workbench
                .jobs()
                .listen(
                        event -> {
                            switch (event) {
                                case JobEvent.Advanced(long id, Progress now) ->
                                        progress.put(id, now);
                                case JobEvent.StateChanged(JobRecord job) ->
                                        progress.remove(job.id());
                                case JobEvent.Said _, JobEvent.Measured _ -> {}
                            }
                        });
    }

    @Override
    public Machine machine() {
        machine = new Machine(machine.threads(), machine.memory(), accelerator.get());
        return machine;
    }

    @Override
    public Choices choices() throws TrainException {
        try {
            List<PairSet> sets =
                    catalog.tuples().sets().stream()
                            .sorted(Comparator.comparing(TupleSet::created).reversed())
                            .map(set -> new PairSet(set.name(), set.tuples(), set.era()))
                            .toList();
            List<ModelChoice> models = new ArrayList<>();
            for (InstalledModel model : workbench.installedModels().list()) {
                boolean critic = model.kind() == ModelKind.CRITIC;
                if (model.problem().isEmpty() && (critic || model.kind() == ModelKind.BACKBONE)) {
                    models.add(
                            new ModelChoice(
                                    model.name(),
                                    model.folder().toAbsolutePath().normalize(),
                                    critic,
                                    model.bytes()));
                }
            }
            return new Choices(sets, models, catalog.modelsFolder());
        } catch (CatalogException e) {
            throw new TrainException(e.getMessage(), e);
        }
    }

    @Override
    public Estimate estimate(Training training) throws TrainException {
        ModelSize size = ModelSize.of(backbone(training.model()));
        Rate rate = rate(training);
        OptionalDouble memory = earlier.memory(training);
        Estimator estimator = new Estimator(machine);
        try {
            return switch (training) {
                case Training.OfCritic(TrainCriticParameters p) ->
                        estimator.critic(
                                p,
                                CriticPlan.of(catalog, p),
                                size,
                                rate,
                                new Estimator.Memory(memory, planned(p)));
                case Training.OfScorer(TrainScorerParameters p) ->
                        estimator.scorer(p, ScorerPlan.of(catalog, p), size, rate, memory);
            };
        } catch (CatalogException | CriticException | ScorerException e) {
            throw new TrainException(e.getMessage(), e);
        }
    }

    private OptionalLong planned(TrainCriticParameters p) throws TrainException {
        try {
            return workbench
                    .backbones()
                    .with(p.precision(), p.checkpointing())
                    .trainingMemory(
                            backbone(p.backbone()),
                            p.mode(),
                            p.training().batchSize(),
                            p.aspects().size())
                    .map(needs -> OptionalLong.of(needs.total()))
                    .orElseGet(OptionalLong::empty);
        } catch (BackboneException e) {
            throw new TrainException(e.getMessage(), e);
        }
    }

    @Override
    public Rate rate(Training training) throws TrainException {
        Optional<Rate> measured = earlier.rate(training);
        return measured.isPresent()
                ? measured.get()
                : new Estimator(machine).guess(training, size(training));
    }

    private ModelSize size(Training training) throws TrainException {
        return ModelSize.of(backbone(training.model()));
    }

    @Override
    public long parameters(Path model) throws TrainException {
        return ModelSize.of(backbone(model)).parameters();
    }

    /** The model under a critic. */
    private static Path backbone(Path model) throws TrainException {
        try {
            return CriticCard.isIn(model) ? CriticCard.read(model).backbone() : model;
        } catch (CriticException e) {
            throw new TrainException(e.getMessage(), e);
        }
    }

    @Override
    public long start(Training training) throws TrainException {
        try {
            return switch (training) {
                case Training.OfCritic(TrainCriticParameters p) ->
                        workbench.jobs().submit(workbench.trainCritic(), p).id();
                case Training.OfScorer(TrainScorerParameters p) -> {
                    if (Files.exists(p.output())) {
                        throw new TrainException(
                                "There is a model in "
                                        + p.output()
                                        + " already; choose another name.");
                    }
                    yield workbench.jobs().submit(workbench.trainScorer(), p).id();
                }
            };
        } catch (CatalogException e) {
            throw new TrainException(e.getMessage(), e);
        }
    }

    @Override
    public void cancel(long job) throws TrainException {
        try {
            workbench.jobs().cancel(job);
        } catch (JobException | CatalogException e) {
            throw new TrainException(e.getMessage(), e);
        }
    }

    @Override
    public void resume(long job) throws TrainException {
        try {
            workbench.jobs().requeue(job);
        } catch (JobException | CatalogException e) {
            throw new TrainException(e.getMessage(), e);
        }
    }

    @Override
    public long keep(long job, String name) throws TrainException {
        try {
            return workbench
                    .jobs()
                    .submit(workbench.keepCheckpoint(), new KeepCheckpoint(job, false, name))
                    .id();
        } catch (CatalogException e) {
            throw new TrainException(e.getMessage(), e);
        }
    }

    @Override
    public List<Run> runs(int limit) throws TrainException {
        try {
            List<Run> runs = new ArrayList<>();
            for (Stage stage : Stage.values()) {
                for (JobRecord job :
                        catalog.jobs()
                                .page(
                                        List.of(),
                                        Optional.of(stage.kind()),
                                        Long.MAX_VALUE,
                                        limit)) {
                    runs.add(
                            RunRecords.run(
                                    job,
                                    stage,
                                    catalog.resolve(job.directory()),
                                    Optional.ofNullable(progress.get(job.id()))));
                }
            }
            runs.sort(Comparator.comparingLong(Run::job).reversed());
            return runs.subList(0, Math.min(limit, runs.size()));
        } catch (CatalogException e) {
            throw new TrainException(e.getMessage(), e);
        }
    }

    @Override
    public RunCurves curves(Run run) throws TrainException {
        return readers.computeIfAbsent(run.job(), _ -> new RunReader(run.folder())).read();
    }

    @Override
    public Optional<Path> picture(String hash) throws TrainException {
        try {
            return catalog.images().find(new ContentHash(hash)).map(catalog::path);
        } catch (CatalogException e) {
            throw new TrainException(e.getMessage(), e);
        }
    }

    @Override
    public List<String> log(Run run, int lines) throws TrainException {
        try {
            return RunRecords.lastLines(run.folder().resolve("job.log"), lines);
        } catch (IOException e) {
            throw new TrainException(
                    "The log in " + run.folder() + " cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public Runnable listen(LongConsumer changed) {
        return workbench
                .jobs()
                .listen(
                        event -> {
                            if (event instanceof JobEvent.StateChanged(JobRecord job)) {
                                changed.accept(job.id());
                            }
                        });
    }
}
