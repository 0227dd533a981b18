package eliq.report;

import eliq.benchmark.Evaluation;
import eliq.benchmark.Evaluation.MethodResult;
import eliq.benchmark.Evaluation.TargetResult;
import eliq.benchmark.Mapping;
import eliq.benchmark.Residual;
import eliq.benchmark.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Scatter with fitted curve, residuals and distributions of a method. */
final class MethodFigures {
    /** Larger sets are thinned evenly in figures, and the caption says so. */
    private static final int MOST_POINTS = 1500;

    private static final int CURVE = 120;
    private static final int MOST_GROUPS = 6;

    private final Evaluation evaluation;
    private final Target target;
    private final List<String> generators;

    MethodFigures(Evaluation evaluation, TargetResult result) {
        this.evaluation = evaluation;
        this.target = result.target();
        List<String> names = List.copyOf(evaluation.set().generators().keySet());
        this.generators =
                names.size() > 1 && names.size() <= FigureStyle.SERIES ? names : List.of();
    }

    List<Document.Captioned> of(MethodResult method) {
        Mapping mapping = method.agreement().mapping().orElseThrow();
        String name = method.method().name();
        List<Residual> points = Residual.of(evaluation, target, method);
        int step = Math.max(1, (points.size() + MOST_POINTS - 1) / MOST_POINTS);
        List<Residual> shown = new ArrayList<>();
        for (int i = 0; i < points.size(); i += step) {
            shown.add(points.get(i));
        }
        String thinned =
                step == 1 ? "" : " Every " + step + "th of " + points.size() + " images is drawn.";
        List<Document.Captioned> figures = new ArrayList<>();
        figures.add(
                new Document.Captioned(
                        scatter(method, points, shown),
                        "Each point is an image; the band is one RMSE on either side of the curve."
                                + thinned));
        figures.add(
                new Document.Captioned(
                        new ScatterChart(
                                target.title() + ", " + name + ": residuals",
                                "rating by the curve",
                                "rating less curve",
                                shown.stream().map(p -> point(p, p.curve(), p.value())).toList(),
                                Optional.of(zero(points)),
                                generators),
                        "A slope or a bend here is what the curve leaves unexplained."));
        distributions(name, points).ifPresent(figures::add);
        return figures;
    }

    /** Of all points. */
    ScatterChart scatter(MethodResult method) {
        List<Residual> points = Residual.of(evaluation, target, method);
        return scatter(method, points, points);
    }

    private ScatterChart scatter(MethodResult method, List<Residual> points, List<Residual> shown) {
        String name = method.method().name();
        return new ScatterChart(
                target.title() + ", " + name + ": ratings by score",
                name + " score",
                "mean rating",
                shown.stream().map(p -> point(p, p.score(), p.rating())).toList(),
                method.agreement()
                        .mapping()
                        .map(m -> curve(m, points, method.agreement().rmse().value())),
                generators);
    }

    private ScatterChart.Point point(Residual p, double x, double y) {
        int colour =
                p.image()
                        .generator()
                        .map(generators::indexOf)
                        .filter(i -> i >= 0)
                        .orElse(target.ordinal());
        return new ScatterChart.Point(x, y, p.image().name(), colour);
    }

    private static ScatterChart.Fit curve(Mapping mapping, List<Residual> points, double rmse) {
        double low = points.stream().mapToDouble(Residual::score).min().orElse(0);
        double high = points.stream().mapToDouble(Residual::score).max().orElse(1);
        double[] x = new double[CURVE];
        for (int i = 0; i < CURVE; i++) {
            x[i] = low + (high - low) * i / (CURVE - 1);
        }
        return new ScatterChart.Fit(
                mapping.kind().title() + " ± RMSE",
                x,
                mapping.apply(x),
                Double.isFinite(rmse) ? rmse : 0);
    }

    private static ScatterChart.Fit zero(List<Residual> points) {
        double[] ends = points.stream().mapToDouble(p -> p.curve()).sorted().toArray();
        return new ScatterChart.Fit(
                "", new double[] {ends[0], ends[ends.length - 1]}, new double[2]);
    }

    private Optional<Document.Captioned> distributions(String name, List<Residual> points) {
        List<Histogram.Group> groups = new ArrayList<>();
        if (generators.isEmpty() || generators.size() > MOST_GROUPS) {
            groups.add(
                    new Histogram.Group(
                            "images",
                            target.ordinal(),
                            points.stream().mapToDouble(Residual::score).toArray()));
        } else {
            for (String generator : generators) {
                groups.add(
                        new Histogram.Group(
                                generator,
                                generators.indexOf(generator),
                                points.stream()
                                        .filter(
                                                p ->
                                                        p.image()
                                                                .generator()
                                                                .equals(Optional.of(generator)))
                                        .mapToDouble(Residual::score)
                                        .toArray()));
            }
        }
        return Optional.of(
                new Document.Captioned(
                        new Histogram(
                                target.title() + ", " + name + ": distribution of scores",
                                name + " score",
                                groups,
                                16),
                        "Each group's bars add up to 1."));
    }
}
