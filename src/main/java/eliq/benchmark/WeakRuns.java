package eliq.benchmark;

import eliq.job.JobCancelledException;
import eliq.job.JobContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * All weak supervision of an evaluation.
 *
 * @param usual every learner at the usual share
 * @param learning the linear regressor over rising shares
 */
record WeakRuns(List<WeakSupervision> usual, List<WeakSupervision> learning) {
    private static final List<Double> SHARES = List.of(0.05, 0.1, 0.2, 0.3, 0.5);
    private static final int LEARNING_REPEATS = 5;
    private static final double USUAL_SHARE = 0.2;
    private static final double USUAL_SHARE_OF_PHOTOGRAPHS = 0.3;

    /**
     * Fits and tests.
     *
     * @param scorerRows with the states of a scorer's queries; empty where none was run
     * @param brisqueRows with BRISQUE's features as visual state; empty where they were not read
     */
    static WeakRuns of(
            EvaluateParameters.Weak weak,
            RatedSet set,
            List<SetScoring.Row> scorerRows,
            List<SetScoring.Row> brisqueRows,
            JobContext context)
            throws JobCancelledException, BenchmarkException {
        List<WeakSupervision> usual = new ArrayList<>();
        List<WeakSupervision> learning = new ArrayList<>();
        if (weak.repeats() == 0) {
            return new WeakRuns(usual, learning);
        }
        boolean photographs =
                set.layout() == RatedSetLayout.KONIQ_10K || set.layout() == RatedSetLayout.SPAQ;
        double share = weak.share().orElse(photographs ? USUAL_SHARE_OF_PHOTOGRAPHS : USUAL_SHARE);
        for (Target target : Target.values()) {
            Optional<String> rating = target == Target.VISUAL ? set.visual() : set.alignment();
            if (rating.isEmpty()) {
                continue;
            }
            Optional<WeakSupervision.Material> states =
                    Optional.of(states(set, rating.get(), target, scorerRows))
                            .filter(material -> !material.images().isEmpty());
            if (states.isPresent()) {
                for (LabelledSplit.Unit unit : LabelledSplit.Unit.values()) {
                    usual.add(
                            linear(
                                    target,
                                    states.get(),
                                    draw(unit, share, weak.repeats(), weak),
                                    context));
                }
                int repeats = Math.min(LEARNING_REPEATS, weak.repeats());
                for (double each : SHARES) {
                    WeakSupervision.Draw draw =
                            draw(LabelledSplit.Unit.PROMPT, each, repeats, weak);
                    learning.add(linear(target, states.get(), draw, context));
                }
            }
            // BRISQUE sees no prompt: it is held against visual ratings only.
            if (target == Target.VISUAL && !brisqueRows.isEmpty()) {
                WeakSupervision.Material features =
                        features(set, rating.get(), states, brisqueRows);
                for (LabelledSplit.Unit unit : LabelledSplit.Unit.values()) {
                    brisque(features, draw(unit, share, weak.repeats(), weak), context)
                            .ifPresent(usual::add);
                }
            }
        }
        usual.removeIf(w -> w.splits().isEmpty());
        learning.removeIf(w -> w.splits().isEmpty());
        return new WeakRuns(usual, learning);
    }

    private static WeakSupervision.Draw draw(
            LabelledSplit.Unit unit, double share, int repeats, EvaluateParameters.Weak weak) {
        return new WeakSupervision.Draw(unit, share, repeats, weak.seed());
    }

    private static WeakSupervision linear(
            Target target,
            WeakSupervision.Material material,
            WeakSupervision.Draw draw,
            JobContext context)
            throws JobCancelledException, BenchmarkException {
        return WeakSupervision.run(
                WeakSupervision.Learner.LINEAR,
                target,
                material,
                (features, labels) ->
                        new RidgeRegression(features.toArray(double[][]::new), labels)::predict,
                draw,
                context::checkCancelled);
    }

    private static Optional<WeakSupervision> brisque(
            WeakSupervision.Material material, WeakSupervision.Draw draw, JobContext context)
            throws JobCancelledException {
        context.progress("Training BRISQUE on splits " + draw.unit().title(), 0, 0);
        try {
            return Optional.of(
                    WeakSupervision.run(
                            WeakSupervision.Learner.BRISQUE,
                            Target.VISUAL,
                            material,
                            BrisqueReading::train,
                            draw,
                            context::checkCancelled));
        } catch (BenchmarkException e) {
            context.message(
                    "BRISQUE is left out of the splits "
                            + draw.unit().title()
                            + ": "
                            + e.getMessage());
            return Optional.empty();
        }
    }

    /** Ratings, plain scores and states of the images that have all three. */
    private static WeakSupervision.Material states(
            RatedSet set, String rating, Target target, List<SetScoring.Row> rows) {
        Map<String, double[]> states = new HashMap<>();
        Map<String, Double> scores = new HashMap<>();
        for (SetScoring.Row row : rows) {
            float[] state = target == Target.VISUAL ? row.visualState() : row.alignmentState();
            Optional<Double> score = target == Target.VISUAL ? row.visual() : row.alignment();
            if (score.isPresent() && state.length > 0) {
                scores.put(row.image(), score.get());
                states.put(row.image(), doubles(state));
            }
        }
        Sample sample =
                Sample.of(
                        set.images(),
                        set.images().stream()
                                .mapToDouble(i -> scores.getOrDefault(i.name(), Double.NaN))
                                .toArray(),
                        set.values(rating));
        return new WeakSupervision.Material(
                sample.images(),
                sample.ratings(),
                Optional.of(sample.scores()),
                sample.images().stream().map(i -> states.get(i.name())).toList());
    }

    /** Of the scorer's images where there is a scorer, that both learn from the same splits; else of those with features. */
    private static WeakSupervision.Material features(
            RatedSet set,
            String rating,
            Optional<WeakSupervision.Material> states,
            List<SetScoring.Row> rows) {
        Map<String, double[]> features = new HashMap<>();
        rows.forEach(row -> features.put(row.image(), doubles(row.visualState())));
        double[] ratings = set.values(rating);
        List<RatedImage> images;
        if (states.isPresent()) {
            images = states.get().images();
            ratings = states.get().ratings();
        } else {
            double[] all = ratings;
            int[] kept =
                    IntStream.range(0, all.length)
                            .filter(i -> Double.isFinite(all[i]))
                            .filter(i -> features.get(set.images().get(i).name()).length > 0)
                            .toArray();
            images = IntStream.of(kept).mapToObj(set.images()::get).toList();
            ratings = IntStream.of(kept).mapToDouble(i -> all[i]).toArray();
        }
        return new WeakSupervision.Material(
                images,
                ratings,
                Optional.empty(),
                images.stream().map(i -> features.get(i.name())).toList());
    }

    private static double[] doubles(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }
}
