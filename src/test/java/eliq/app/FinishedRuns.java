package eliq.app;

import eliq.benchmark.ablation.AblateParameters;
import eliq.benchmark.ablation.AblationPreset;
import eliq.benchmark.ablation.AblationResult;
import eliq.benchmark.ablation.CellOutcome;
import eliq.benchmark.ablation.Spread;
import eliq.benchmark.eras.EraScore;
import eliq.benchmark.eras.ErasParameters;
import eliq.benchmark.eras.ErasResult;
import eliq.catalog.Catalog;
import eliq.catalog.JobRecord;
import eliq.catalog.JobState;
import eliq.job.JobJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Records of jobs that came to a result, as a run would have left them in the catalogue. */
final class FinishedRuns {
    private FinishedRuns() {}

    static void keep(Catalog catalog) throws Exception {
        AblateParameters parameters =
                AblationPreset.QUICK.painted(Path.of("model"), Path.of("out"), 1);
        keep(catalog, "ablate", parameters, ablation());
        keep(
                catalog,
                "compare-eras",
                new ErasParameters(
                        List.of(
                                new ErasParameters.JudgeChoice(
                                        "j", Path.of("scorer"), Optional.empty())),
                        List.of("early", "late"),
                        List.of(),
                        5,
                        100,
                        1,
                        Path.of("out")),
                eras());
    }

    private static void keep(Catalog catalog, String kind, Record parameters, Record result)
            throws Exception {
        JobRecord job =
                catalog.jobs().create(kind, JobJson.write(parameters), JobState.INTERRUPTED);
        catalog.jobs().move(job.id(), List.of(JobState.INTERRUPTED), JobState.DONE);
        catalog.jobs()
                .release(
                        job.id(),
                        JobState.DONE,
                        Optional.of(JobJson.write(result)),
                        Optional.empty());
    }

    private static AblationResult.Row row(String cell, String title, double mean, double spread) {
        return new AblationResult.Row(
                cell, title, 3, Map.of("technical_pairs", new Spread(mean, spread, 3)));
    }

    private static AblationResult ablation() {
        return new AblationResult(
                List.of(
                        new AblationResult.Table(
                                "components",
                                "Parts of the method",
                                List.of(
                                        row("untuned", "without instruction tuning", 0.61, 0.02),
                                        row("mean", "mean instead of gates", 0.8125, 0.01),
                                        row("full", "ELIQ (full)", 0.9375, 0.02)))),
                List.of(new CellOutcome("full", 1, 7, Map.of("technical_pairs", 0.9375))),
                Map.of("held-out tuples", 8L),
                Map.of("scorers", 12.5),
                Path.of("ablation.json"));
    }

    private static ErasResult eras() {
        Random random = new Random(3);
        List<EraScore> scores = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            boolean late = i % 2 == 1;
            scores.add(
                    new EraScore(
                            "j",
                            late ? "late" : "early",
                            late ? "flux" : "sd1.5",
                            "i" + i + ".png",
                            Path.of("i" + i + ".png"),
                            Optional.of("a cat"),
                            (late ? 0.8 : 0) + random.nextGaussian(),
                            Optional.empty()));
        }
        return new ErasResult(
                List.of("early", "late"),
                List.of(new ErasResult.JudgeFacts("j", "scorer", "ab12", "critic", "cd34")),
                List.of(
                        new ErasResult.Distribution(
                                "j",
                                EraScore.Kind.VISUAL,
                                "early",
                                "",
                                100,
                                0.02,
                                1.01,
                                new double[] {-1.6, -0.7, 0, 0.7, 1.6}),
                        new ErasResult.Distribution(
                                "j",
                                EraScore.Kind.VISUAL,
                                "late",
                                "",
                                100,
                                0.81,
                                0.98,
                                new double[] {-0.8, 0.1, 0.8, 1.5, 2.4})),
                List.of(
                        new ErasResult.Drift(
                                "j",
                                EraScore.Kind.VISUAL,
                                "late",
                                100,
                                true,
                                0.79,
                                0.5,
                                1.07,
                                0.78)),
                List.of(),
                List.of(),
                scores,
                List.of("i7.png could not be read; copy it again."),
                Path.of("eras.json"));
    }
}
