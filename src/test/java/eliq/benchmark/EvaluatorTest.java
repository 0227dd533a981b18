package eliq.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 40 prompts of five images each, by two generators; alignment goes with quality, as people's ratings do. */
class EvaluatorTest {
    private static final int PROMPTS = 40;
    private static final int OF_EACH = 5;

    @TempDir Path folder;

    private final Random random = new Random(2);
    private final double[] quality = random.doubles(PROMPTS * OF_EACH, 1, 5).toArray();
    private final double[] own = random.doubles(PROMPTS * OF_EACH, 1, 5).toArray();

    private RatedSet set() {
        List<RatedImage> images = new ArrayList<>();
        for (int i = 0; i < quality.length; i++) {
            images.add(
                    new RatedImage(
                            "i" + i + ".png",
                            Optional.of("prompt number " + i / OF_EACH),
                            Optional.of(i % 2 == 0 ? "old" : "new"),
                            Optional.empty(),
                            Map.of(),
                            Map.of(
                                    "quality",
                                    MeanRating.of(quality[i]),
                                    "fit",
                                    MeanRating.of(0.7 * quality[i] + 0.3 * own[i])),
                            i + 2));
        }
        return new RatedSet(
                "s",
                RatedSetLayout.TABLE,
                Optional.of("quality"),
                Optional.of("fit"),
                List.of(),
                List.of(),
                images,
                List.of());
    }

    private Path scores(String text) throws Exception {
        return Files.writeString(folder.resolve("scores.csv"), text);
    }

    private List<Evaluation.TargetResult> evaluate(MethodScores... methods) throws Exception {
        return new Evaluator(
                        set(), Mapping.Kind.LOGISTIC4, new Bootstrap(60, 1), Bootstrap.Stop.NEVER)
                .targets(List.of(methods));
    }

    private MethodScores method(String name, double[] visual, double[] alignment, boolean lower) {
        Map<String, Double> v = new java.util.LinkedHashMap<>();
        Map<String, Double> a = new java.util.LinkedHashMap<>();
        for (int i = 0; i < quality.length; i++) {
            if (visual.length > 0) {
                v.put("i" + i + ".png", visual[i]);
            }
            if (alignment.length > 0) {
                a.put("i" + i + ".png", alignment[i]);
            }
        }
        return new MethodScores(
                new Method(name, Method.Origin.MEASURED, lower, ""), v, a, Map.of(), List.of());
    }

    @Test
    void anAlignmentScoreThatSeesQualityOnlyIsFoundOut() throws Exception {
        Evaluation.TargetResult blind =
                evaluate(method("blind", new double[0], quality, false)).getFirst();
        Evaluation.TargetResult seeing =
                evaluate(method("seeing", new double[0], own, false)).getFirst();
        assertEquals(Target.ALIGNMENT, blind.target());
        BeyondQuality b = blind.methods().getFirst().beyondQuality().orElseThrow();
        BeyondQuality s = seeing.methods().getFirst().beyondQuality().orElseThrow();
        // It agrees with people, and yet nothing is left when quality is held fixed.
        assertTrue(b.srcc().value() > 0.85, b.toString());
        assertTrue(
                Double.isNaN(b.partialSrcc().value()) || b.partialSrcc().value() < 0.1,
                b.toString());
        assertTrue(s.srcc().value() < 0.5 && s.partialSrcc().value() > 0.8, s.toString());
    }

    @Test
    void partialCorrelationIsTheTextbooks() {
        // r_xy.z of 0.5, 0.3, 0.4 by the definition.
        assertEquals(
                (0.5 - 0.3 * 0.4) / Math.sqrt((1 - 0.09) * (1 - 0.16)),
                BeyondQuality.partial(0.5, 0.3, 0.4),
                1e-12);
    }

    @Test
    void signsStayAndAWrongDirectionIsSaid() throws Exception {
        double[] minus = java.util.Arrays.stream(quality).map(q -> -q).toArray();
        Evaluation.MethodResult right =
                evaluate(method("niqe", minus, new double[0], true))
                        .getFirst()
                        .methods()
                        .getFirst();
        assertEquals(-1, right.agreement().srcc().value(), 1e-12);
        assertEquals(1, right.agreement().pairAccuracy().value(), 1e-12);
        assertEquals(List.of(), right.remarks());
        Evaluation.MethodResult wrong =
                evaluate(method("m", minus, new double[0], false)).getFirst().methods().getFirst();
        assertEquals(
                List.of("Its SRCC has the wrong sign for a metric of which higher is better."),
                wrong.remarks());
    }

    @Test
    void everyImageThatDoesNotCountHasAReason() throws Exception {
        StringBuilder text = new StringBuilder("image,visual,error\nother.png,1,\n");
        for (int i = 0; i < quality.length - 3; i++) {
            text.append("renders/i").append(i).append(".jpg,");
            text.append(i == 0 ? "" : Double.toString(quality[i]));
            text.append(i == 0 ? ",file is damaged\n" : ",\n");
        }
        MethodScores scores =
                new ScoreFile(ScoreSource.of("tool", scores(text.toString()))).of(set().images());
        Evaluation.MethodResult result = evaluate(scores).getFirst().methods().getFirst();
        assertEquals(quality.length - 4, result.scored());
        assertEquals(
                List.of(
                        new Evaluation.Missing(
                                "not among the scores",
                                3,
                                List.of("i197.png", "i198.png", "i199.png")),
                        new Evaluation.Missing("file is damaged", 1, List.of("i0.png"))),
                result.missing());
        assertEquals(
                List.of("1 rows of scores are of images that the set does not have."),
                result.remarks());
        assertEquals(1, result.agreement().srcc().value(), 1e-12);
    }

    @Test
    void twoScoresForOneImageAreRefused() throws Exception {
        Path file = scores("image,visual\ni1.png,1\na/i1.png,2\nb/i2.png,1\nc/i2.png,2\n");
        String message =
                assertThrows(
                                BenchmarkException.class,
                                () -> new ScoreFile(ScoreSource.of("t", file)).of(set().images()))
                        .getMessage();
        assertTrue(message.contains("row 5: i2.png has a score in row 4 too"), message);
    }

    @Test
    void aTwoColumnFileOfAnotherToolNeedsNoColumnNames() throws Exception {
        MethodScores scores =
                new ScoreFile(ScoreSource.of("t", scores("i1.png,0.25\ni2.png,0.5\n")))
                        .of(set().images());
        assertEquals(Map.of("i1.png", 0.25, "i2.png", 0.5), scores.visual());
    }

    @Test
    void strataAndPromptsAreEvaluatedWithin() throws Exception {
        Evaluation.MethodResult result =
                evaluate(method("m", quality, new double[0], false))
                        .getFirst()
                        .methods()
                        .getFirst();
        assertEquals(
                List.of("new", "old"),
                result.strata().stream()
                        .filter(s -> s.kind().equals("generator"))
                        .map(Stratum::name)
                        .toList());
        WithinPrompt within = result.withinPrompt().orElseThrow();
        assertEquals(PROMPTS, within.prompts());
        assertEquals(1, within.srcc().value(), 1e-12);
        assertEquals(1, within.pairAccuracy().value(), 1e-12);
    }

    @Test
    void methodsAreComparedOnTheSameImagesWithHolmsCorrection() throws Exception {
        double[] noise = new Random(9).doubles(quality.length).toArray();
        List<MethodComparison> pairs =
                evaluate(
                                method("good", quality, new double[0], false),
                                method("noise", noise, new double[0], false),
                                method("again", quality, new double[0], false))
                        .getFirst()
                        .comparisons();
        assertEquals(3, pairs.size());
        assertTrue(pairs.getFirst().difference().lower() > 0.5, pairs.toString());
        assertTrue(pairs.getFirst().holmBootstrapP() < 0.15);
        MethodComparison same = pairs.get(1);
        assertEquals("again", same.second());
        assertEquals(0, same.difference().value(), 1e-12);
        assertEquals(1, same.bootstrapP(), 1e-12);
    }

    @Test
    void splitsByPromptLeakNothingAndSplitsByImageDo() {
        List<RatedImage> images = set().images();
        for (LabelledSplit.Unit unit : LabelledSplit.Unit.values()) {
            LabelledSplit split = LabelledSplit.of(images, unit, 0.2, 3);
            assertEquals(40, split.labelled().length);
            assertEquals(160, split.test().length);
            Set<Integer> all = new HashSet<>();
            for (int i : split.labelled()) {
                all.add(i);
            }
            for (int i : split.test()) {
                assertTrue(all.add(i));
            }
            LeakCheck check =
                    LeakCheck.of(
                            java.util.Arrays.stream(split.labelled())
                                    .mapToObj(images::get)
                                    .toList(),
                            java.util.Arrays.stream(split.test()).mapToObj(images::get).toList());
            assertEquals(unit == LabelledSplit.Unit.PROMPT, check.leaked() == 0, check.sentence());
        }
    }

    @Test
    void aLinearRegressorFindsWhatIsInTheFeatures() throws Exception {
        // Ratings are linear in the features; the plain score is noise.
        List<double[]> features = new ArrayList<>();
        double[] noise = new Random(4).doubles(quality.length).toArray();
        double[] ratings = new double[quality.length];
        Random r = new Random(8);
        for (int i = 0; i < quality.length; i++) {
            double[] x = new double[60];
            for (int j = 0; j < x.length; j++) {
                x[j] = r.nextGaussian();
            }
            features.add(x);
            ratings[i] = 3 + 2 * x[0] - x[1];
        }
        WeakSupervision.Material material =
                new WeakSupervision.Material(set().images(), ratings, Optional.of(noise), features);
        // More labels than features, and fewer: two ways through the same equations.
        for (double share : new double[] {0.2, 0.5}) {
            WeakSupervision weak =
                    WeakSupervision.run(
                            WeakSupervision.Learner.LINEAR,
                            Target.VISUAL,
                            material,
                            (x, y) -> new RidgeRegression(x.toArray(double[][]::new), y)::predict,
                            new WeakSupervision.Draw(LabelledSplit.Unit.PROMPT, share, 4, 1),
                            Bootstrap.Stop.NEVER);
            assertEquals(4, weak.splits().size());
            double srcc = weak.spread(WeakSupervision.Split::srcc).mean();
            assertTrue(srcc > (share > 0.3 ? 0.99 : 0.6), share + ": " + srcc);
            assertTrue(Math.abs(weak.spread(WeakSupervision.Split::labelFreeSrcc).mean()) < 0.3);
            assertEquals(0, weak.splits().getFirst().leakedPrompts());
        }
    }

    @Test
    void publishedFiguresAreThoseOfThePublication() {
        PublishedFigure figure = PublishedFigure.of(RatedSetLayout.AGIQA_3K).getFirst();
        assertEquals(Target.VISUAL, figure.target());
        assertEquals(0.801, figure.srcc());
        assertEquals(0.827, figure.plcc());
        assertEquals(4, PublishedFigure.of(RatedSetLayout.AGIQA_3K).size());
        assertEquals(List.of(), PublishedFigure.of(RatedSetLayout.TABLE));
    }
}
