package eliq.app;

import eliq.benchmark.ImportRatings;
import eliq.catalog.CatalogException;
import eliq.critic.Rhythm;
import eliq.critic.TrainCriticParameters;
import eliq.critic.TrainingLength;
import eliq.critic.TrainingSettings;
import eliq.generate.painter.Painter;
import eliq.hub.HubException;
import eliq.hub.Installation;
import eliq.image.ImageEncoding;
import eliq.image.ImageException;
import eliq.job.Job;
import eliq.job.JobException;
import eliq.job.JobOutcome;
import eliq.library.ImportImages;
import eliq.pairs.BuildPairs;
import eliq.pairs.PairSettings;
import eliq.pairs.PromptSplit;
import eliq.scorer.ScoreImagesParameters;
import eliq.workbench.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A workspace with painted pictures, a few pairs, a short training, scores and a rated set, made by the program's own jobs. */
final class SampleWorkspace {
    private static final int PICTURES = 16;
    private static final int PAIRS = 4;
    private static final long SEED = 7;
    private static final int STEPS = 12;
    private static final int VALIDATION_STEPS = 4;
    private static final String SET = "sample";

    /** Folder of the painted pictures. */
    static final String PAINTED = "painted";

    /** Name of the critic that is trained. */
    static final String CRITIC = "sample-critic";

    /** Number of the job that trains it. */
    static final long TRAINING = 3;

    /** A file that calls itself a picture and is none. */
    static final String BROKEN = "cut-off.png";

    private SampleWorkspace() {}

    /** What cannot be done is said and left out. */
    static Path make(Path home, Consumer<String> say) throws CatalogException, IOException {
        try (Workbench workbench = Workbench.open(home)) {
            List<Path> pictures = paint(workbench, home.resolve(PAINTED));
            run(workbench, workbench.importImages(), ImportImages.of(pictures), say);
            List<BuildPairs.PromptText> prompts = workbench.paintedPrompts(PAIRS, SEED);
            run(
                    workbench,
                    workbench.buildPairs(),
                    BuildPairs.of(
                            SET,
                            BuildPairs.Source.Prompts.by("painter", prompts),
                            PairSettings.of(SEED)),
                    say);
            Path backbone = workbench.models().find(Installation.NANO);
            run(workbench, workbench.trainCritic(), training(backbone, prompts), say);
            Path scorer = workbench.models().find(Installation.NANO_SCORER);
            run(
                    workbench,
                    workbench.scoreImages(),
                    new ScoreImagesParameters(
                            pictures, Optional.empty(), Optional.empty(), scorer, Optional.empty()),
                    say);
            rate(workbench, pictures, home, scorer, say);
        } catch (HubException e) {
            say.accept("Nothing was scored: " + e.getMessage());
        }
        Files.write(home.resolve(BROKEN), new byte[] {(byte) 0x89, 'P', 'N', 'G'});
        return home;
    }

    /** Long enough for curves, short enough to wait for; one prompt is held out. */
    private static TrainCriticParameters training(
            Path backbone, List<BuildPairs.PromptText> prompts) {
        PromptSplit split =
                LongStream.range(1, 100)
                        .mapToObj(seed -> new PromptSplit(seed, 1.0 / PAIRS))
                        .filter(
                                s ->
                                        prompts.stream().filter(p -> s.holdsOut(p.text())).count()
                                                == 1)
                        .findFirst()
                        .orElseThrow();
        return TrainCriticParameters.lora(CRITIC, SET, backbone)
                .withSplit(split)
                .withTraining(
                        TrainingSettings.LORA
                                .withLength(new TrainingLength.Steps(STEPS))
                                .withBatch(1, 1)
                                .withRhythm(new Rhythm(0, 0, VALIDATION_STEPS, 0))
                                .withSeed(SEED));
    }

    private static void rate(
            Workbench workbench, List<Path> pictures, Path home, Path scorer, Consumer<String> say)
            throws CatalogException, IOException {
        try {
            ImportRatings ratings = SampleRatings.write(pictures, home.resolve("rated"));
            run(workbench, workbench.importRatings(), ratings, say);
            run(
                    workbench,
                    workbench.evaluate(),
                    SampleRatings.evaluation(scorer, home.resolve("evaluations/sample")),
                    say);
        } catch (ImageException e) {
            say.accept("Nothing was rated: " + e.getMessage());
        }
    }

    private static <P extends Record, R extends Record> void run(
            Workbench workbench, Job<P, R> job, P parameters, Consumer<String> say)
            throws CatalogException {
        try {
            if (workbench.jobs().run(job, parameters)
                    instanceof JobOutcome.Failed<R>(long _, String reason, Path _)) {
                say.accept(job.kind() + ": " + reason);
            }
        } catch (JobException e) {
            say.accept(job.kind() + ": " + e.getMessage());
        }
    }

    private static List<Path> paint(Workbench workbench, Path folder) throws IOException {
        Files.createDirectories(folder);
        Painter painter = new Painter();
        List<Path> files = new ArrayList<>();
        for (BuildPairs.PromptText prompt : workbench.paintedPrompts(PICTURES, SEED + 1)) {
            Path file = folder.resolve("painted-%02d.png".formatted(files.size() + 1));
            Files.write(
                    file,
                    ImageEncoding.png(
                            painter.paint(
                                    painter.scene(prompt.text()), SEED + files.size(), 512, 512),
                            Map.of("parameters", prompt.text())));
            files.add(file);
        }
        return files;
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
