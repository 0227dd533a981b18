package eliq.benchmark;

import eliq.job.JobCancelledException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Agreement within a part of the set.
 *
 * @param kind of parts: generator, category, prompt length, style
 * @param name of the part
 * @param images in it with score and rating
 * @param srcc signed, with its interval over prompts
 * @param plcc of the raw scores
 */
public record Stratum(String kind, String name, int images, Estimate srcc, Estimate plcc) {

    /** With fewer prompts an interval from draws of prompts says nothing. */
    private static final int LEAST_PROMPTS = 5;

    /** 6-10 words before 11-20 words. */
    private static final Comparator<String> BY_NUMBER =
            Comparator.comparingInt(
                            (String name) ->
                                    name.matches("\\d{1,3}\\b.*")
                                            ? Integer.parseInt(name.replaceFirst("\\D.*", ""))
                                            : Integer.MAX_VALUE)
                    .thenComparing(Comparator.naturalOrder());

    /** More parts than this are no parts. */
    private static final int MOST = 40;

    /** Agreement in every part, by every kind of parts that the images have at least two of. */
    static List<Stratum> all(Sample sample, Bootstrap bootstrap, Bootstrap.Stop stop)
            throws JobCancelledException {
        Map<String, Function<RatedImage, Optional<String>>> kinds = new LinkedHashMap<>();
        kinds.put("generator", RatedImage::generator);
        kinds.put("category", image -> image.prompt().map(PromptTraits::category));
        kinds.put("prompt length", image -> image.prompt().map(PromptTraits::length));
        kinds.put("split", RatedImage::split);
        sample.images().stream()
                .flatMap(i -> i.groups().keySet().stream())
                .distinct()
                .forEach(
                        kind ->
                                kinds.putIfAbsent(
                                        kind,
                                        image -> Optional.ofNullable(image.groups().get(kind))));
        List<Stratum> strata = new ArrayList<>();
        for (Map.Entry<String, Function<RatedImage, Optional<String>>> kind : kinds.entrySet()) {
            Map<String, Integer> parts = new TreeMap<>(BY_NUMBER);
            for (RatedImage image : sample.images()) {
                kind.getValue().apply(image).ifPresent(name -> parts.merge(name, 1, Integer::sum));
            }
            if (parts.size() > 1 && parts.size() <= MOST) {
                for (String part : parts.keySet()) {
                    Sample within =
                            sample.where(i -> kind.getValue().apply(i).equals(Optional.of(part)));
                    strata.add(of(kind.getKey(), part, within, bootstrap, stop));
                }
            }
        }
        return strata;
    }

    static Stratum of(
            String kind, String name, Sample sample, Bootstrap bootstrap, Bootstrap.Stop stop)
            throws JobCancelledException {
        if (sample.size() < Agreement.LEAST) {
            return new Stratum(kind, name, sample.size(), Estimate.NONE, Estimate.NONE);
        }
        int[] clusters = sample.clusters();
        if (Sample.count(clusters) < LEAST_PROMPTS) {
            return new Stratum(
                    kind,
                    name,
                    sample.size(),
                    Estimate.of(Correlation.spearman(sample.scores(), sample.ratings())),
                    Estimate.of(Correlation.pearson(sample.scores(), sample.ratings())));
        }
        WeightedSample weighted = new WeightedSample(sample.scores(), sample.ratings());
        double[][] draws =
                bootstrap.run(
                        clusters,
                        Sample.count(clusters),
                        2,
                        w -> new double[] {weighted.spearman(w), weighted.pearson(w)},
                        stop);
        return new Stratum(
                kind,
                name,
                sample.size(),
                Estimate.of(Correlation.spearman(sample.scores(), sample.ratings()), draws[0]),
                Estimate.of(Correlation.pearson(sample.scores(), sample.ratings()), draws[1]));
    }
}
