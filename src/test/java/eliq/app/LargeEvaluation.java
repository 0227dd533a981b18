package eliq.app;

import eliq.benchmark.Bootstrap;
import eliq.benchmark.EvaluateParameters;
import eliq.benchmark.Evaluation;
import eliq.benchmark.EvaluationFile;
import eliq.benchmark.Mapping;
import eliq.benchmark.RatedSetReader;
import eliq.benchmark.ScoreComparison;
import eliq.benchmark.ScoreSource;
import eliq.benchmark.StrengthCurve;
import eliq.catalog.Aspect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/** An evaluation of many images that nobody painted, as a folder that can be opened. */
final class LargeEvaluation {
    private LargeEvaluation() {}

    /** A set in AGIQA-3K's layout, so that published figures stand beside, with two files of scores. */
    static Path write(Path folder, int images) throws Exception {
        Random random = new Random(7);
        StringBuilder set =
                new StringBuilder("name,prompt,mos_quality,std_quality,mos_align,std_align\n");
        StringBuilder good = new StringBuilder("name,score,alignment\n");
        StringBuilder poor = new StringBuilder("name,score\n");
        List<String> generators =
                List.of("AttnGAN", "DALLE2", "glide", "midjourney", "sd1.5", "xl2.2");
        for (int i = 0; i < images; i++) {
            String name = generators.get(i % 6) + "_normal_" + i + ".jpg";
            double level = 0.6 * (i % 6) + random.nextGaussian();
            double quality = Math.clamp(2.2 + 0.7 * level, 0, 5);
            set.append(
                    String.format(
                            Locale.ROOT,
                            "%s,a thing number %d,%.4f,0.3,%.4f,0.4%n",
                            name,
                            i / 10,
                            quality,
                            Math.clamp(quality + 0.8 * random.nextGaussian(), 0, 5)));
            good.append(
                    String.format(
                            Locale.ROOT,
                            "%s,%.5f,%.5f%n",
                            name,
                            Math.tanh(0.4 * level + 0.35 * random.nextGaussian()),
                            random.nextGaussian()));
            poor.append(
                    String.format(
                            Locale.ROOT,
                            "%s,%.5f%n",
                            name,
                            9 - 0.5 * level + 1.6 * random.nextGaussian()));
        }
        Path place = Files.createDirectories(folder.resolve("large"));
        Files.writeString(place.resolve("data.csv"), set);
        Path first = Files.writeString(place.resolve("good.csv"), good);
        Path second = Files.writeString(place.resolve("poor.csv"), poor);
        Evaluation evaluation =
                new ScoreComparison(
                                RatedSetReader.guessing("agiqa-like")
                                        .read(place.resolve("data.csv")),
                                new EvaluateParameters.Statistics(
                                        Mapping.Kind.LOGISTIC4, new Bootstrap(20, 1)),
                                "test")
                        .of(
                                List.of(
                                        ScoreSource.of("tanh-net", first),
                                        new ScoreSource(
                                                "roughness",
                                                second,
                                                Optional.empty(),
                                                Optional.empty(),
                                                Optional.empty(),
                                                true)),
                                Bootstrap.Stop.NEVER);
        EvaluationFile.write(place, withCurves(evaluation));
        return place;
    }

    private static Evaluation withCurves(Evaluation e) {
        double[] strengths = {0, 0.2, 0.4, 0.6, 0.8, 1};
        List<StrengthCurve> curves =
                List.of("blur", "noise", "jpeg").stream()
                        .map(
                                operation ->
                                        new StrengthCurve(
                                                "tanh-net",
                                                operation,
                                                Aspect.TECHNICAL,
                                                strengths,
                                                Arrays.stream(strengths)
                                                        .map(s -> 2 - s * operation.length() / 3)
                                                        .toArray(),
                                                new double[] {0.1, 0.2, 0.2, 0.3, 0.3, 0.2},
                                                1,
                                                List.of(
                                                        new StrengthCurve.Series(
                                                                "a.png", strengths, 1))))
                        .toList();
        return new Evaluation(
                e.set(),
                e.images(),
                e.targets(),
                e.weak(),
                e.learning(),
                curves,
                e.published(),
                e.run());
    }
}
