package eliq.report;

import eliq.catalog.Aspect;
import eliq.catalog.Family;
import eliq.image.Pixels;
import eliq.report.DemoReport.CategoryCount;
import eliq.report.DemoReport.DataFacts;
import eliq.report.DemoReport.GateWeights;
import eliq.report.DemoReport.Mistake;
import eliq.report.DemoReport.ModelFacts;
import eliq.report.DemoReport.OperationCount;
import eliq.report.DemoReport.PairResult;
import eliq.report.DemoReport.RunFacts;
import eliq.report.DemoReport.ScoreDistribution;
import eliq.report.DemoReport.ScoredPicture;
import eliq.report.DemoReport.StrengthCurve;
import eliq.report.DemoReport.StrengthFacts;
import eliq.report.DemoReport.Training;
import eliq.report.DemoReport.TupleSample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A report with made-up numbers, of the size that a real run gives. */
final class ExampleReport {

    private final Random random = new Random(4);

    static DemoReport create() {
        return new ExampleReport().report();
    }

    private DemoReport report() {
        Map<String, Double> seconds = new LinkedHashMap<>();
        seconds.put("pairs", 41.2);
        seconds.put("critic", 96.5);
        seconds.put("scorer", 38.0);
        seconds.put("score", 22.3);
        return new DemoReport(
                "ELIQ demo: from prompts to scored images",
                "The scorer learned from 84 painted prompts and their degraded versions, without any human rating, and was tested on 28 prompts that it had never seen.",
                new RunFacts(
                        "0.1.0",
                        "./eliq demo --out demo",
                        Instant.parse("2026-11-23T17:00:00Z"),
                        ordered(
                                "critic.learningRate",
                                "2e-4",
                                "critic.lora.rank",
                                "8",
                                "scorer.margin",
                                "0.5",
                                "<script>",
                                "alert('x') & \"y\""),
                        Map.of("pairs", 1L),
                        ordered("processor", "2 cores", "memory", "23 GiB", "java", "25")),
                List.of(
                        new ModelFacts(
                                "Backbone", "eliq-nano", "ab".repeat(32), "7.9 million parameters"),
                        new ModelFacts(
                                "Scorer",
                                "demo",
                                "cd".repeat(32),
                                "gates, fusion and two queries")),
                new DataFacts(
                        "Positives were painted by the built-in painter; every negative was made from a positive by a recorded recipe.",
                        new LinkedHashMap<>(
                                Map.of("prompts", 112L, "pictures", 1008L, "tuples", 224L)),
                        List.of(
                                new CategoryCount("Indoor Scenes", 12, 4),
                                new CategoryCount("People & Activities", 12, 4),
                                new CategoryCount("Food", 12, 4)),
                        List.of(
                                new OperationCount(
                                        Aspect.TECHNICAL,
                                        Family.CONVENTIONAL,
                                        "JPEG and noise",
                                        84),
                                new OperationCount(
                                        Aspect.TECHNICAL, Family.AI_SPECIFIC, "stopped early", 84),
                                new OperationCount(
                                        Aspect.AESTHETIC,
                                        Family.CONVENTIONAL,
                                        "clashing hue shift",
                                        84))),
                List.of(sample(1), sample(2)),
                List.of(
                        new Training(
                                "Stage 1: instruction tuning",
                                "The backbone learns to answer “low” or “high” for one aspect at a time.",
                                "optimizer step",
                                List.of(falling("training", 120, 0.9)),
                                List.of(
                                        rising("technical", 6, 0.97),
                                        rising("aesthetic", 6, 0.93),
                                        rising("alignment", 6, 0.9))),
                        new Training(
                                "Stage 2: scoring network",
                                "Gates, fusion and queries learn to rank; the backbone is frozen.",
                                "epoch",
                                List.of(falling("training", 30, 0.6)),
                                List.of(
                                        rising("visual", 30, 0.98),
                                        rising("alignment", 30, 0.93)))),
                List.of(
                        result("technical", Aspect.TECHNICAL, 0.982, 0.95),
                        result("aesthetic", Aspect.AESTHETIC, 0.934, 0.90),
                        result("alignment", Aspect.ALIGNMENT, 0.871, 0.90),
                        new PairResult(
                                "technical, AI-specific",
                                Optional.of(Aspect.TECHNICAL),
                                0.91,
                                0.85,
                                0.95,
                                112,
                                Optional.empty(),
                                "Pictures whose drawing was stopped early.")),
                new StrengthFacts(
                        Optional.of(0.913),
                        Optional.of(0.8),
                        List.of(
                                curve("JPEG", Aspect.TECHNICAL, 0.95),
                                curve("noise", Aspect.TECHNICAL, 0.9),
                                curve("hue shift", Aspect.AESTHETIC, 0.88),
                                curve("tilt", Aspect.AESTHETIC, 0.81))),
                List.of(
                        new ScoreDistribution(
                                "Visual score",
                                List.of(
                                        group("positives", 5, 1.2),
                                        group("technical negatives", 0, -0.8),
                                        group("aesthetic negatives", 1, -0.1))),
                        new ScoreDistribution(
                                "Alignment score",
                                List.of(
                                        group("right prompt", 2, 0.9),
                                        group("wrong prompt", 3, -0.6)))),
                List.of(
                        new GateWeights("positives", 0.52, 0.47),
                        new GateWeights("technical negatives", 0.71, 0.33),
                        new GateWeights("aesthetic negatives", 0.41, 0.62)),
                scored(),
                List.of(
                        new Mistake(
                                Aspect.TECHNICAL,
                                picture(1),
                                picture(2),
                                "a red fox in the snow",
                                "noise 6",
                                0.31,
                                0.52),
                        new Mistake(
                                Aspect.ALIGNMENT,
                                picture(3),
                                picture(3),
                                "three green apples on a table",
                                "four green pears on a table",
                                0.12,
                                0.18)),
                seconds);
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }

    private TupleSample sample(int seed) {
        return new TupleSample(
                "Natural Scenes",
                "a red fox under a tall pine tree beside a frozen lake at dawn, light snow",
                "three loaves of bread on a wooden table in a bright kitchen",
                picture(seed),
                picture(seed + 10),
                "JPEG ×3 q 14, noise 18",
                picture(seed + 20),
                "hue +140°, saturation ×1.9");
    }

    private List<ScoredPicture> scored() {
        List<ScoredPicture> scored = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            scored.add(
                    new ScoredPicture(
                            "image-" + i + ".png",
                            i % 2 == 0 ? "positive" : "technical negative",
                            i == 3
                                    ? Optional.empty()
                                    : Optional.of("a red fox under a tall pine tree, <b>dawn</b>"),
                            picture(i),
                            random.nextGaussian(),
                            i == 3 ? Optional.empty() : Optional.of(random.nextGaussian()),
                            random.nextDouble(),
                            random.nextDouble(),
                            i == 3 ? Optional.empty() : Optional.of(random.nextDouble()),
                            0.5,
                            0.4));
        }
        return scored;
    }

    private static PairResult result(String name, Aspect aspect, double value, double target) {
        return new PairResult(
                name,
                Optional.of(aspect),
                value,
                value - 0.04,
                Math.min(1, value + 0.02),
                224,
                Optional.of(target),
                "All negatives of the aspect against their positives.");
    }

    private LineChart.Series falling(String name, int points, double from) {
        double[] x = new double[points];
        double[] y = new double[points];
        for (int i = 0; i < points; i++) {
            x[i] = i + 1;
            y[i] = from * Math.exp(-2.5 * i / points) + 0.03 * random.nextGaussian() + 0.05;
        }
        return new LineChart.Series(name, x, y);
    }

    private LineChart.Series rising(String name, int points, double to) {
        double[] x = new double[points];
        double[] y = new double[points];
        for (int i = 0; i < points; i++) {
            x[i] = i * (120 / points);
            y[i] = 0.5 + (to - 0.5) * (1 - Math.exp(-4.0 * i / points)) / (1 - Math.exp(-4));
        }
        return new LineChart.Series(name, x, y);
    }

    private StrengthCurve curve(String operation, Aspect aspect, double srcc) {
        double[] strengths = {0, 1, 2, 3, 4, 5};
        double[] mean = new double[6];
        double[] spread = new double[6];
        for (int i = 0; i < 6; i++) {
            mean[i] = 1.2 - srcc * i * 0.4 + 0.05 * random.nextGaussian();
            spread[i] = 0.25;
        }
        return new StrengthCurve(operation, aspect, strengths, mean, spread, srcc);
    }

    private Histogram.Group group(String name, int colour, double mean) {
        double[] values = new double[112];
        for (int i = 0; i < values.length; i++) {
            values[i] = mean + 0.5 * random.nextGaussian();
        }
        return new Histogram.Group(name, colour, values);
    }

    static Pixels picture(int seed) {
        byte[] rgb = new byte[3 * 256 * 256];
        for (int i = 0; i < 256 * 256; i++) {
            int x = i % 256;
            int y = i / 256;
            boolean disc = Math.hypot(x - 90 - 7 * seed, y - 120) < 50;
            rgb[3 * i] = (byte) (disc ? 200 : 40 + y / 2);
            rgb[3 * i + 1] = (byte) (disc ? 40 + 8 * seed : 90 + x / 3);
            rgb[3 * i + 2] = (byte) (disc ? 60 : 170 - y / 3);
        }
        return new Pixels(256, 256, rgb);
    }
}
