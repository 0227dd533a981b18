package eliq.demo;

import eliq.catalog.Aspect;
import eliq.report.DemoReport;
import eliq.report.Histogram;
import eliq.scorer.ImageScore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The figures over all scores: strength curves, distributions, gates. */
final class ReportStrengths {
    private ReportStrengths() {}

    static DemoReport.StrengthFacts of(Evaluation evaluation, Optional<Double> target) {
        List<DemoReport.StrengthCurve> curves = new ArrayList<>();
        for (Aspect aspect : List.of(Aspect.TECHNICAL, Aspect.AESTHETIC)) {
            List<StrengthResult> results =
                    evaluation.strengths().stream()
                            .filter(each -> each.aspect() == aspect)
                            .toList();
            if (!results.isEmpty()) {
                curves.add(curve(aspect, results));
            }
        }
        double mean = StrengthResult.mean(evaluation.strengths());
        return new DemoReport.StrengthFacts(
                Double.isNaN(mean) ? Optional.empty() : Optional.of(mean), target, curves);
    }

    private static DemoReport.StrengthCurve curve(Aspect aspect, List<StrengthResult> results) {
        int steps = results.getFirst().strengths().length + 1;
        double[] strengths = new double[steps];
        double[] mean = new double[steps];
        double[] spread = new double[steps];
        for (int i = 0; i < steps; i++) {
            int step = i;
            strengths[i] = i == 0 ? 0 : results.getFirst().strengths()[i - 1];
            double[] scores =
                    results.stream()
                            .mapToDouble(r -> step == 0 ? r.untouched() : r.scores()[step - 1])
                            .toArray();
            double sum = 0;
            double squares = 0;
            for (double score : scores) {
                sum += score;
            }
            mean[i] = sum / scores.length;
            for (double score : scores) {
                squares += (score - mean[i]) * (score - mean[i]);
            }
            spread[i] = Math.sqrt(squares / scores.length);
        }
        return new DemoReport.StrengthCurve(
                aspect == Aspect.TECHNICAL
                        ? "repeated JPEG and noise"
                        : "composition and colour edits",
                aspect,
                strengths,
                mean,
                spread,
                StrengthResult.mean(results));
    }

    static List<DemoReport.ScoreDistribution> distributions(Evaluation evaluation) {
        List<Histogram.Group> visual = new ArrayList<>();
        visual.add(
                group(
                        "positives",
                        0,
                        evaluation.tuples().stream()
                                .mapToDouble(t -> t.positive().visual())
                                .toArray()));
        for (Aspect aspect : List.of(Aspect.TECHNICAL, Aspect.AESTHETIC)) {
            visual.add(
                    group(
                            aspect.key() + " negatives",
                            aspect.ordinal() + 1,
                            negatives(evaluation, aspect).stream()
                                    .mapToDouble(ImageScore::visual)
                                    .toArray()));
        }
        List<Histogram.Group> alignment =
                List.of(
                        group(
                                "own prompt",
                                0,
                                evaluation.tuples().stream()
                                        .filter(t -> t.positive().alignment().isPresent())
                                        .mapToDouble(t -> t.positive().alignment().getAsDouble())
                                        .toArray()),
                        group(
                                "wrong prompt",
                                1,
                                negatives(evaluation, Aspect.ALIGNMENT).stream()
                                        .filter(s -> s.alignment().isPresent())
                                        .mapToDouble(s -> s.alignment().getAsDouble())
                                        .toArray()));
        return List.of(
                new DemoReport.ScoreDistribution("Visual score", visual),
                new DemoReport.ScoreDistribution("Alignment score", alignment));
    }

    private static Histogram.Group group(String name, int colour, double[] values) {
        return new Histogram.Group(name, colour, values);
    }

    private static List<ImageScore> negatives(Evaluation evaluation, Aspect aspect) {
        return evaluation.tuples().stream()
                .flatMap(t -> t.negatives().stream())
                .filter(n -> n.aspect() == aspect)
                .map(ScoredTuple.ScoredNegative::score)
                .toList();
    }

    static List<DemoReport.GateWeights> gates(Evaluation evaluation) {
        List<DemoReport.GateWeights> gates = new ArrayList<>();
        for (ScoredTuple tuple : evaluation.tuples()) {
            gates.add(gate("positives", tuple.positive()));
            for (ScoredTuple.ScoredNegative negative : tuple.negatives()) {
                if (negative.aspect() != Aspect.ALIGNMENT) {
                    gates.add(gate(negative.aspect().key() + " negatives", negative.score()));
                }
            }
        }
        return gates;
    }

    private static DemoReport.GateWeights gate(String group, ImageScore score) {
        return new DemoReport.GateWeights(group, score.technicalGate(), score.aestheticGate());
    }
}
