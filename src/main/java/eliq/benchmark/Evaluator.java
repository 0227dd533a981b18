package eliq.benchmark;

import eliq.benchmark.Evaluation.MethodResult;
import eliq.benchmark.Evaluation.Missing;
import eliq.benchmark.Evaluation.TargetResult;
import eliq.job.JobCancelledException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds the scores of methods against the ratings of a set. */
public final class Evaluator {
    private static final int EXAMPLES = 3;

    private final RatedSet set;
    private final Mapping.Kind curve;
    private final Bootstrap bootstrap;
    private final Bootstrap.Stop stop;

    /**
     * @param curve for PLCC and RMSE after mapping
     * @param stop asked between draws
     */
    public Evaluator(RatedSet set, Mapping.Kind curve, Bootstrap bootstrap, Bootstrap.Stop stop) {
        this.set = set;
        this.curve = curve;
        this.bootstrap = bootstrap;
        this.stop = stop;
    }

    private Optional<String> rating(Target target) {
        return target == Target.VISUAL ? set.visual() : set.alignment();
    }

    /** Both targets, as far as the set has ratings and a method has scores of them. */
    public List<TargetResult> targets(List<MethodScores> methods) throws JobCancelledException {
        List<TargetResult> results = new ArrayList<>();
        for (Target target : Target.values()) {
            List<MethodScores> scoring =
                    methods.stream().filter(m -> !m.of(target).isEmpty()).toList();
            if (rating(target).isPresent() && !scoring.isEmpty()) {
                results.add(target(target, rating(target).get(), scoring));
            }
        }
        return results;
    }

    private TargetResult target(Target target, String rating, List<MethodScores> methods)
            throws JobCancelledException {
        double[] ratings = set.values(rating);
        List<MethodResult> results = new ArrayList<>();
        List<MethodComparison.Scored> scored = new ArrayList<>();
        for (MethodScores method : methods) {
            double[] scores = method.values(set.images(), target);
            results.add(result(method, target, scores, ratings));
            scored.add(new MethodComparison.Scored(method.method(), scores));
        }
        int rated = 0;
        for (double value : ratings) {
            rated += Double.isNaN(value) ? 0 : 1;
        }
        return new TargetResult(
                target,
                rating,
                rated,
                results,
                MethodComparison.all(scored, set.images(), ratings, bootstrap, stop));
    }

    private MethodResult result(
            MethodScores method, Target target, double[] scores, double[] ratings)
            throws JobCancelledException {
        boolean lower = method.method().lowerIsBetter();
        Sample sample = Sample.of(set.images(), scores, ratings);
        Agreement agreement = Agreement.of(sample, lower, curve, bootstrap, stop);
        boolean usable = agreement.srcc().known();
        List<String> remarks = new ArrayList<>(method.remarks());
        if (usable && agreement.srcc().value() * (lower ? -1 : 1) < 0) {
            remarks.add(
                    "Its SRCC has the wrong sign for a metric of which "
                            + (lower ? "lower" : "higher")
                            + " is better.");
        }
        boolean repeating = sample.byPrompt().stream().anyMatch(g -> g.size() >= Agreement.LEAST);
        return new MethodResult(
                method.method(),
                sample.size(),
                missing(method, target, scores, ratings),
                agreement,
                usable ? Stratum.all(sample, bootstrap, stop) : List.of(),
                usable && repeating
                        ? Optional.of(WithinPrompt.of(sample, lower, bootstrap, stop))
                        : Optional.empty(),
                usable && target == Target.ALIGNMENT && set.visual().isPresent()
                        ? beyondQuality(scores, ratings, lower)
                        : Optional.empty(),
                remarks);
    }

    private Optional<BeyondQuality> beyondQuality(
            double[] scores, double[] ratings, boolean lowerIsBetter) throws JobCancelledException {
        double[] visual = set.values(set.visual().orElseThrow());
        double[] both = scores.clone();
        for (int i = 0; i < both.length; i++) {
            if (Double.isNaN(visual[i])) {
                both[i] = Double.NaN;
            }
        }
        Sample sample = Sample.of(set.images(), both, ratings);
        if (sample.size() <= Agreement.LEAST) {
            return Optional.empty();
        }
        Map<String, Double> byName = new HashMap<>();
        for (int i = 0; i < visual.length; i++) {
            byName.put(set.images().get(i).name(), visual[i]);
        }
        double[] beside =
                sample.images().stream().mapToDouble(image -> byName.get(image.name())).toArray();
        return Optional.of(BeyondQuality.of(sample, beside, lowerIsBetter, bootstrap, stop));
    }

    private List<Missing> missing(
            MethodScores method, Target target, double[] scores, double[] ratings) {
        Map<String, List<String>> reasons = new LinkedHashMap<>();
        for (int i = 0; i < scores.length; i++) {
            RatedImage image = set.images().get(i);
            if (!Double.isFinite(ratings[i])) {
                reasons.computeIfAbsent("it has no rating", r -> new ArrayList<>())
                        .add(image.name());
            } else if (!Double.isFinite(scores[i])) {
                reasons.computeIfAbsent(method.reason(image, target), r -> new ArrayList<>())
                        .add(image.name());
            }
        }
        return reasons.entrySet().stream()
                .map(
                        e ->
                                new Missing(
                                        e.getKey(),
                                        e.getValue().size(),
                                        e.getValue().stream().limit(EXAMPLES).toList()))
                .sorted(Comparator.comparingInt(Missing::images).reversed())
                .toList();
    }

    /** How the set's two ratings go together; empty where it has only one. */
    public Optional<Evaluation.RatingCorrelation> ratings() throws JobCancelledException {
        if (set.visual().isEmpty() || set.alignment().isEmpty()) {
            return Optional.empty();
        }
        Sample sample =
                Sample.of(
                        set.images(),
                        set.values(set.visual().get()),
                        set.values(set.alignment().get()));
        Stratum all = Stratum.of("", "", sample, bootstrap, stop);
        return Optional.of(new Evaluation.RatingCorrelation(sample.size(), all.srcc(), all.plcc()));
    }
}
