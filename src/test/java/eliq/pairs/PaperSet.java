package eliq.pairs;

import eliq.catalog.Catalog;
import eliq.catalog.JobRecord;
import eliq.catalog.JobState;
import eliq.generate.FixedGenerators;
import eliq.generate.comfyui.ComfyUiBackend;
import eliq.generate.comfyui.ComfyUiOptions;
import eliq.generate.http.Http;
import eliq.generate.http.HttpSettings;
import eliq.job.JobOutcome;
import eliq.job.JobRunner;
import eliq.pairs.BuildPairs.Artists;
import eliq.pairs.BuildPairs.PromptText;
import eliq.pairs.BuildPairs.Source;
import eliq.prompts.Lexicon;
import eliq.prompts.PromptBank;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The method's set, drawn by a ComfyUI server: three generators, three weak ones, an editor. Also a process of its own
 * that builds it until it is done or killed: {@code FOLDER URL PROMPTS SIDE ALL_KINDS}.
 */
final class PaperSet {
    static final List<String> STRONG =
            List.of("studio/qwen-image", "studio/flux-1-dev", "studio/sd-3.5-large");
    static final List<String> WEAK = List.of("studio/sd-1.1", "studio/sd-1.4", "studio/sd-1.5");
    static final String EDITOR = "studio/qwen-image-edit";

    private PaperSet() {}

    /**
     * @param prompts of the shipped bank, evenly spread over it
     * @param side of the pictures in pixels
     * @param allKinds one negative of each of the nine kinds; else one for each family and aspect, and the second
     *     direction of the changed prompts
     */
    static BuildPairs parameters(int prompts, int side, boolean allKinds) {
        PairSettings settings = PairSettings.of(1).with(new PromptSplit(1, 0.1)).sized(side, side);
        if (!allKinds) {
            settings =
                    settings.with(NegativeKind.DEGRADED_PROMPT, 0)
                            .with(NegativeKind.SPOILED_PROMPT, 0);
        }
        List<eliq.prompts.Prompt> bank = PromptBank.shipped().prompts();
        List<PromptText> texts =
                java.util.stream.IntStream.range(0, prompts)
                        .mapToObj(i -> bank.get((int) ((long) i * bank.size() / prompts)))
                        .map(prompt -> new PromptText(prompt.text(), prompt.categories()))
                        .toList();
        return BuildPairs.of(
                "paper",
                new Source.Prompts(texts, STRONG),
                new Artists(WEAK, Optional.of(EDITOR)),
                settings);
    }

    static BuildPairsJob job(Catalog catalog, URI server) throws Exception {
        HttpSettings settings =
                new HttpSettings(
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(60),
                        2,
                        Duration.ofMillis(50),
                        Duration.ofMillis(500),
                        Duration.ofMinutes(10),
                        Duration.ofMinutes(10),
                        Duration.ofMinutes(1),
                        1,
                        0);
        ComfyUiBackend backend =
                new ComfyUiBackend(
                        new Http("studio", server, Map.of(), settings), ComfyUiOptions.standard());
        Lexicon lexicon = Lexicon.shipped();
        return new BuildPairsJob(
                catalog,
                new Pictures(catalog, 1 << 26),
                new FixedGenerators(backend.generators(), backend.editors()),
                new LexiconVariants(lexicon),
                new LexiconDistance(lexicon));
    }

    /** Starts the build, or goes on with the one that was interrupted; prints its end. */
    public static void main(String[] arguments) throws Exception {
        BuildPairs parameters =
                parameters(
                        Integer.parseInt(arguments[2]),
                        Integer.parseInt(arguments[3]),
                        Boolean.parseBoolean(arguments[4]));
        try (Catalog catalog = Catalog.open(Path.of(arguments[0]))) {
            BuildPairsJob job = job(catalog, URI.create(arguments[1]));
            try (JobRunner runner = new JobRunner(catalog, List.of(job), "child", Runnable::run)) {
                Optional<JobRecord> stopped =
                        catalog.jobs().inState(JobState.INTERRUPTED, JobState.RUNNING).stream()
                                .findFirst();
                JobOutcome<?> outcome =
                        stopped.isPresent()
                                ? runner.resume(stopped.get().id())
                                : runner.run(job, parameters);
                System.out.println(outcome);
            }
        }
    }
}
