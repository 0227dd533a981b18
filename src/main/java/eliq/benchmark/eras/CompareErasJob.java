package eliq.benchmark.eras;

import eliq.benchmark.BenchmarkException;
import eliq.catalog.Catalog;
import eliq.critic.BackboneLoader;
import eliq.file.WholeFile;
import eliq.job.Job;
import eliq.job.JobContext;
import eliq.job.JobJson;
import eliq.scorer.CriticChoice;
import eliq.scorer.ImageScorer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Scores the images of several eras with scorers of several eras, and counts where they differ. */
public final class CompareErasJob implements Job<ErasParameters, ErasResult> {
    public static final String KIND = "eras";

    /** Name of the result within the output folder. */
    public static final String FILE = "eras.json";

    private final Catalog catalog;
    private final BackboneLoader backbones;

    public CompareErasJob(Catalog catalog, BackboneLoader backbones) {
        this.catalog = catalog;
        this.backbones = backbones;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<ErasParameters> parametersType() {
        return ErasParameters.class;
    }

    @Override
    public Class<ErasResult> resultType() {
        return ErasResult.class;
    }

    @Override
    public ErasResult run(ErasParameters parameters, JobContext context) throws Exception {
        EraImages found = new EraImages(catalog);
        for (String set : parameters.sets()) {
            found.addSet(set);
        }
        for (ErasParameters.EraFolder folder : parameters.folders()) {
            found.addFolder(folder);
        }
        List<String> skipped = new ArrayList<>(found.skipped());
        List<EraScore> scores = new ArrayList<>();
        List<ErasResult.JudgeFacts> facts = new ArrayList<>();
        for (ErasParameters.JudgeChoice judge : parameters.judges()) {
            try (ImageScorer scorer =
                    ImageScorer.open(
                            judge.scorer(), judge.critic().map(CriticChoice::of), backbones)) {
                facts.add(
                        new ErasResult.JudgeFacts(
                                judge.name(),
                                scorer.scorer().card().name(),
                                scorer.scorer().identity(),
                                scorer.critic().identity().name(),
                                scorer.critic().identity().weights()));
                scores.addAll(
                        new EraScoring(catalog, judge.name(), scorer, found.images(), skipped)
                                .score(found.images(), context));
            }
        }
        skipped.forEach(context::message);
        return finish(parameters, found.eras(), facts, scoredByAll(scores, facts), skipped);
    }

    /** An image that one judge could not score is left out for all. */
    private static List<EraScore> scoredByAll(
            List<EraScore> scores, List<ErasResult.JudgeFacts> judges) {
        Set<Path> common = new HashSet<>();
        scores.forEach(score -> common.add(score.file()));
        for (ErasResult.JudgeFacts judge : judges) {
            Set<Path> own = new HashSet<>();
            scores.stream()
                    .filter(s -> s.judge().equals(judge.name()))
                    .forEach(s -> own.add(s.file()));
            common.retainAll(own);
        }
        return scores.stream().filter(s -> common.contains(s.file())).toList();
    }

    private static ErasResult finish(
            ErasParameters parameters,
            List<String> eras,
            List<ErasResult.JudgeFacts> judges,
            List<EraScore> scores,
            List<String> skipped)
            throws Exception {
        if (scores.isEmpty()) {
            throw new BenchmarkException(
                    "None of the images could be scored"
                            + (skipped.isEmpty() ? "" : "; the first: " + skipped.getFirst()));
        }
        EraStatistics statistics = new EraStatistics(eras, scores);
        Path file = parameters.output().toAbsolutePath().normalize().resolve(FILE);
        ErasResult result =
                new ErasResult(
                        eras,
                        judges,
                        statistics.distributions(),
                        statistics.drifts(parameters.draws(), parameters.seed()),
                        statistics.agreements(),
                        statistics.disagreements(parameters.disagreements()),
                        scores,
                        skipped,
                        file);
        WholeFile.write(file, JobJson.write(result));
        return result;
    }
}
