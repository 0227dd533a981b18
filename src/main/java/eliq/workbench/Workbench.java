package eliq.workbench;

import eliq.backbone.qwen3vl.RandomModelJob;
import eliq.benchmark.EvaluateJob;
import eliq.benchmark.ImportRatingsJob;
import eliq.benchmark.MonotonicityJob;
import eliq.benchmark.RatedSetStore;
import eliq.benchmark.ablation.AblateJob;
import eliq.benchmark.ablation.AblateParameters;
import eliq.benchmark.ablation.AblationResult;
import eliq.benchmark.eras.CompareErasJob;
import eliq.benchmark.eras.ErasParameters;
import eliq.benchmark.eras.ErasResult;
import eliq.catalog.Catalog;
import eliq.catalog.CatalogException;
import eliq.critic.BackboneLoader;
import eliq.critic.KeepCheckpointJob;
import eliq.critic.Qwen3VlLoader;
import eliq.critic.TrainCriticJob;
import eliq.demo.DemoJob;
import eliq.generate.backends.WorkspaceBackends;
import eliq.generate.painter.Painter;
import eliq.hub.HubEnvironment;
import eliq.hub.ImportModelJob;
import eliq.hub.Installation;
import eliq.hub.InstalledModels;
import eliq.hub.ModelFolders;
import eliq.hub.PullModelJob;
import eliq.hub.VerifyModelsJob;
import eliq.job.Job;
import eliq.job.JobRunner;
import eliq.library.ImportImagesJob;
import eliq.nano.TrainNanoJob;
import eliq.pairs.AuditPairsJob;
import eliq.pairs.BuildPairs;
import eliq.pairs.BuildPairsJob;
import eliq.pairs.DegradeImagesJob;
import eliq.pairs.LexiconDistance;
import eliq.pairs.LexiconVariants;
import eliq.pairs.Pictures;
import eliq.pairs.WrittenVariants;
import eliq.prompts.GeneratePromptsJob;
import eliq.prompts.LabelPromptsJob;
import eliq.prompts.Lexicon;
import eliq.prompts.RewritePromptsJob;
import eliq.scorer.ScoreImagesJob;
import eliq.scorer.ScorePairsJob;
import eliq.scorer.TrainScorerJob;
import eliq.tensor.SpeedFile;
import java.nio.file.Path;
import java.util.ArrayList;
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
    private final InstalledModels installedModels;
    private final ModelInventory inventory;
    private final PullModelJob pullModel;
    private final VerifyModelsJob verifyModels;
    private final ImportModelJob importModel;
    private final RandomModelJob randomModel = new RandomModelJob();
    private final ImportImagesJob importImages;
    private final GeneratePromptsJob generatePrompts;
    private final LabelPromptsJob labelPrompts;
    private final RewritePromptsJob rewritePrompts;
    private final BuildPairsJob buildPairs;
    private final AuditPairsJob auditPairs;
    private final TrainCriticJob trainCritic;
    private final KeepCheckpointJob keepCheckpoint;
    private final TrainScorerJob trainScorer;
    private final ScoreImagesJob scoreImages;
    private final ScorePairsJob scorePairs;
    private final TrainNanoJob trainNano = new TrainNanoJob(new Painter());
    private final DegradeImagesJob degradeImages = new DegradeImagesJob();
    private final Job<AblateParameters, AblationResult> ablate;
    private final Job<ErasParameters, ErasResult> compareEras;
    private final DemoJob demo;
    private final Baselines baselines;
    private final ImportRatingsJob importRatings;
    private final EvaluateJob evaluate;
    private final MonotonicityJob monotonicity;
    private final JobRunner jobs;

    private Workbench(
            Catalog catalog,
            BackboneLoader backbones,
            Map<String, String> variables,
            HubEnvironment environment) {
        this.catalog = catalog;
        this.backbones = backbones;
        this.models = ModelFolders.of(catalog.modelsFolder(), environment);
        this.installedModels =
                new InstalledModels(catalog.modelsFolder(), Installation.models(), environment);
        this.pullModel = new PullModelJob(environment);
        this.verifyModels = new VerifyModelsJob(installedModels);
        this.importModel = new ImportModelJob(catalog.modelsFolder());
        this.importImages = new ImportImagesJob(catalog);
        this.generatePrompts = new GeneratePromptsJob(catalog, variables);
        this.labelPrompts = new LabelPromptsJob(catalog, variables);
        this.rewritePrompts = new RewritePromptsJob(catalog, variables);
        Lexicon lexicon = Lexicon.shipped();
        LexiconVariants variants = new LexiconVariants(lexicon);
        LexiconDistance distance = new LexiconDistance(lexicon);
        Painter painter = new Painter();
        this.generators = new WorkspaceBackends(catalog.folder(), variables);
        this.buildPairs =
                new BuildPairsJob(
                        catalog,
                        Pictures.of(catalog),
                        generators,
                        WrittenVariants.of(catalog, variants),
                        new BackboneDistances(distance, backbones));
        this.auditPairs = new AuditPairsJob(catalog, Pictures.of(catalog));
        this.trainCritic = new TrainCriticJob(catalog, backbones);
        this.keepCheckpoint = new KeepCheckpointJob(catalog, backbones);
        this.trainScorer = new TrainScorerJob(catalog, backbones);
        this.scoreImages = new ScoreImagesJob(catalog, backbones);
        this.scorePairs = new ScorePairsJob(catalog, backbones);
        this.ablate =
                new ReportedJob<>(
                        new AblateJob(catalog, backbones, buildPairs), new Reports.Ablations());
        this.compareEras =
                new ReportedJob<>(new CompareErasJob(catalog, backbones), new Reports.Eras());
        this.demo = new DemoJob(catalog, backbones, painter, variants, distance);
        this.baselines = new Baselines(catalog.folder().resolve("metrics"), models);
        this.importRatings = new ImportRatingsJob(catalog, importImages);
        this.evaluate = new EvaluateJob(catalog.folder(), backbones, baselines.metrics(), SOFTWARE);
        this.monotonicity = new MonotonicityJob(backbones, baselines.metrics());
        this.jobs = new JobRunner(catalog, kinds(), SOFTWARE);
        this.inventory = new ModelInventory(catalog, jobs, installedModels, models);
    }

    private List<Job<?, ?>> kinds() {
        List<Job<?, ?>> kinds = new ArrayList<>(baselines.jobs());
        kinds.addAll(
                List.of(
                        importImages,
                        degradeImages,
                        generatePrompts,
                        labelPrompts,
                        rewritePrompts,
                        buildPairs,
                        auditPairs,
                        trainCritic,
                        keepCheckpoint,
                        trainScorer,
                        scoreImages,
                        scorePairs,
                        trainNano,
                        ablate,
                        compareEras,
                        demo,
                        pullModel,
                        verifyModels,
                        importModel,
                        randomModel,
                        importRatings,
                        evaluate,
                        monotonicity));
        return kinds;
    }

    /** Opens the workspace in this folder, creating it where there is none; keys are in the process's environment. */
    public static Workbench open(Path home) throws CatalogException {
        return open(home, System.getenv(), Path.of(System.getProperty("user.home", ".")));
    }

    /**
     * As {@link #open(Path)}.
     *
     * @param variables of the environment, that name the hub and its cache and hold the keys of servers
     * @param userHome the user's folder
     */
    public static Workbench open(Path home, Map<String, String> variables, Path userHome)
            throws CatalogException {
        return open(
                home,
                variables,
                userHome,
                new Qwen3VlLoader(new SpeedFile(home.resolve("product-speeds.json"))::get));
    }

    /**
     * As {@link #open(Path, Map, Path)}.
     *
     * @param backbones opens the models that jobs tune and read with
     */
    public static Workbench open(
            Path home, Map<String, String> variables, Path userHome, BackboneLoader backbones)
            throws CatalogException {
        return new Workbench(
                Catalog.open(home), backbones, variables, new HubEnvironment(variables, userHome));
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

    /** How fast this machine multiplies, measured once. */
    public SpeedFile speeds() {
        return new SpeedFile(catalog.folder().resolve("product-speeds.json"));
    }

    /** Models by name. */
    public ModelFolders models() {
        return models;
    }

    /** All models on this machine. */
    public InstalledModels installedModels() {
        return installedModels;
    }

    /** All models on this machine, with what they are, where they come from and what they need. */
    public ModelInventory inventory() {
        return inventory;
    }

    /** Fetches models from a hub. */
    public PullModelJob pullModel() {
        return pullModel;
    }

    /** Reads models through. */
    public VerifyModelsJob verifyModels() {
        return verifyModels;
    }

    /** Makes a model in a folder known by a name. */
    public ImportModelJob importModel() {
        return importModel;
    }

    /** Makes checkpoints without training, to measure with. */
    public RandomModelJob randomModel() {
        return randomModel;
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

    /** Has a language model write prompts. */
    public GeneratePromptsJob generatePrompts() {
        return generatePrompts;
    }

    /** Gives prompts their categories. */
    public LabelPromptsJob labelPrompts() {
        return labelPrompts;
    }

    /** Writes worse and other versions of prompts. */
    public RewritePromptsJob rewritePrompts() {
        return rewritePrompts;
    }

    public BuildPairsJob buildPairs() {
        return buildPairs;
    }

    /** Looks over what was built. */
    public AuditPairsJob auditPairs() {
        return auditPairs;
    }

    /** Copies of images made worse. */
    public DegradeImagesJob degradeImages() {
        return degradeImages;
    }

    public TrainCriticJob trainCritic() {
        return trainCritic;
    }

    /** Makes a critic of where a training stopped. */
    public KeepCheckpointJob keepCheckpoint() {
        return keepCheckpoint;
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

    /** Scores the pictures of a tuple set. */
    public ScorePairsJob scorePairs() {
        return scorePairs;
    }

    /** What a result is compared with. */
    public Baselines baselines() {
        return baselines;
    }

    /** Brings rated sets in. */
    public ImportRatingsJob importRatings() {
        return importRatings;
    }

    /** The rated sets there are. */
    public RatedSetStore ratedSets() {
        return new RatedSetStore(catalog.folder());
    }

    /** Scores, baselines and their agreement with ratings. */
    public EvaluateJob evaluate() {
        return evaluate;
    }

    /** Scores against the strength of degradations. */
    public MonotonicityJob monotonicity() {
        return monotonicity;
    }

    /** What each part of the method is worth. */
    public Job<AblateParameters, AblationResult> ablate() {
        return ablate;
    }

    /** Scorers and images of several eras beside one another. */
    public Job<ErasParameters, ErasResult> compareEras() {
        return compareEras;
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
