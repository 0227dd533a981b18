package eliq.workbench;

import eliq.catalog.Catalog;
import eliq.catalog.CatalogException;
import eliq.critic.BackboneLoader;
import eliq.critic.Qwen3VlLoader;
import eliq.critic.TrainCriticJob;
import eliq.demo.DemoJob;
import eliq.generate.backends.WorkspaceBackends;
import eliq.generate.painter.Painter;
import eliq.hub.ModelFolders;
import eliq.job.Job;
import eliq.job.JobRunner;
import eliq.library.ImportImagesJob;
import eliq.nano.TrainNanoJob;
import eliq.pairs.AuditPairsJob;
import eliq.pairs.BuildPairs;
import eliq.pairs.BuildPairsJob;
import eliq.pairs.LexiconDistance;
import eliq.pairs.LexiconVariants;
import eliq.pairs.Pictures;
import eliq.prompts.Lexicon;
import eliq.scorer.ScoreImagesJob;
import eliq.scorer.TrainScorerJob;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** An open workspace with everything that can be done in it. */
public final class Workbench implements AutoCloseable {
    /** Name and version of the program, kept with every run. */
    public static final String SOFTWARE = "ELIQ Workbench 0.1.0";

    private final Catalog catalog;
    private final BackboneLoader backbones;
    private final WorkspaceBackends generators;
    private final ModelFolders models;
    private final ImportImagesJob importImages;
    private final BuildPairsJob buildPairs;
    private final AuditPairsJob auditPairs;
    private final TrainCriticJob trainCritic;
    private final TrainScorerJob trainScorer;
    private final ScoreImagesJob scoreImages;
    private final TrainNanoJob trainNano = new TrainNanoJob(new Painter());
    private final DemoJob demo;
    private final JobRunner jobs;

    private Workbench(
            Catalog catalog, BackboneLoader backbones, Map<String, String> environment) {
        this.catalog = catalog;
        this.backbones = backbones;
        this.models = ModelFolders.of(catalog.modelsFolder());
        this.importImages = new ImportImagesJob(catalog);
        Lexicon lexicon = Lexicon.shipped();
        LexiconVariants variants = new LexiconVariants(lexicon);
        LexiconDistance distance = new LexiconDistance(lexicon);
        Painter painter = new Painter();
        this.generators = new WorkspaceBackends(catalog.folder(), environment);
        this.buildPairs =
                new BuildPairsJob(
                        catalog,
                        Pictures.of(catalog),
                        generators,
                        variants,
                        new BackboneDistances(distance, backbones));
        this.auditPairs = new AuditPairsJob(catalog, Pictures.of(catalog));
        this.trainCritic = new TrainCriticJob(catalog, backbones);
        this.trainScorer = new TrainScorerJob(catalog, backbones);
        this.scoreImages = new ScoreImagesJob(catalog, backbones);
        this.demo = new DemoJob(catalog, backbones, painter, variants, distance);
        this.jobs = new JobRunner(catalog, kinds(), SOFTWARE);
    }

    private List<Job<?, ?>> kinds() {
        return List.of(
                importImages,
                buildPairs,
                auditPairs,
                trainCritic,
                trainScorer,
                scoreImages,
                trainNano,
                demo);
    }

    /** Opens the workspace in this folder, creating it where there is none. */
    public static Workbench open(Path home) throws CatalogException {
        return open(home, System.getenv());
    }

    /**
     * As {@link #open(Path)}.
     *
     * @param environment variables that name backends and hold their secrets
     */
    public static Workbench open(Path home, Map<String, String> environment)
            throws CatalogException {
        return new Workbench(Catalog.open(home), new Qwen3VlLoader(), environment);
    }

    public Catalog catalog() {
        return catalog;
    }

    public BackboneLoader backbones() {
        return backbones;
    }

    /** What draws and edits: the painter, and what the workspace's backends offer. */
    public WorkspaceBackends generators() {
        return generators;
    }

    /** Models by name. */
    public ModelFolders models() {
        return models;
    }

    /** Runs jobs, and resumes those that stopped. */
    public JobRunner jobs() {
        return jobs;
    }

    /** Prompts for the built-in painter, all different, evenly of all categories. */
    public List<BuildPairs.PromptText> paintedPrompts(int count, long seed) {
        return PaintedPrompts.of(count, seed);
    }

    public ImportImagesJob importImages() {
        return importImages;
    }

    public BuildPairsJob buildPairs() {
        return buildPairs;
    }

    public AuditPairsJob auditPairs() {
        return auditPairs;
    }

    public TrainCriticJob trainCritic() {
        return trainCritic;
    }

    public TrainScorerJob trainScorer() {
        return trainScorer;
    }

    public TrainNanoJob trainNano() {
        return trainNano;
    }

    public ScoreImagesJob scoreImages() {
        return scoreImages;
    }

    /** The main job, end to end. */
    public DemoJob demo() {
        return demo;
    }

    @Override
    public void close() throws CatalogException {
        jobs.close();
        catalog.close();
    }
}
