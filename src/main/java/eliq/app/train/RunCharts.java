package eliq.app.train;

import eliq.app.chart.Axis;
import eliq.app.chart.Chart;
import eliq.app.chart.Point;
import eliq.app.chart.Series;
import eliq.app.chart.Series.Look;
import eliq.app.chart.Smoothing;
import eliq.app.chart.Tone;
import eliq.catalog.Aspect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The charts of one run, or of several on the same axes.
 *
 * @param loss raw and smoothed, and on held-out prompts
 * @param accuracy by aspect; of several runs, the mean over the aspects
 * @param rate images or tuples a second
 */
record RunCharts(Chart loss, Chart accuracy, Chart learningRate, Chart rate, Chart memory) {
    /** Of what was before, in the smoothed loss. */
    static final double SMOOTHING = 0.9;

    static final RunCharts NONE = of(Stage.CRITIC, Map.of());

    static RunCharts of(Stage stage, Map<Run, RunCurves> curves) {
        boolean critic = stage == Stage.CRITIC;
        Axis x = Axis.of(critic ? "step" : "epoch", "");
        boolean one = curves.size() <= 1;
        List<Series> loss = new ArrayList<>();
        List<Series> accuracy = new ArrayList<>();
        int place = 0;
        for (Map.Entry<Run, RunCurves> entry : curves.entrySet()) {
            Tone tone = Tone.of(place++);
            String name = entry.getKey().name();
            RunCurves of = entry.getValue();
            String before = one ? "" : name + ", ";
            loss.add(new Series(before + "raw", tone, Look.FAINT, of.loss()));
            loss.add(
                    new Series(
                            one ? "smoothed" : name,
                            tone,
                            Look.LINE,
                            Smoothing.exponential(of.loss(), critic ? SMOOTHING : 0.5)));
            if (one) {
                // Of a critic, between the two labels alone; in training, among all words.
                loss.add(
                        new Series(
                                critic ? "held out, of two labels" : "held out",
                                Tone.SECOND,
                                Look.DASHED,
                                of.heldOutLoss()));
                accuracy.addAll(byAspect(of.accuracy()));
            } else {
                accuracy.add(new Series(name, tone, Look.LINE, mean(of.accuracy())));
            }
        }
        return new RunCharts(
                new Chart("Loss", x, Axis.of("loss", critic ? "nats" : "raw score"), loss),
                new Chart(
                        one ? "Held-out accuracy" : "Held-out accuracy, mean of aspects",
                        x,
                        Axis.of("accuracy", "share", 0, 1),
                        accuracy),
                chart("Learning rate", x, Axis.of("rate", ""), curves, RunCurves::learningRate),
                chart(
                        "Speed",
                        x,
                        Axis.of(critic ? "images" : "tuples", "per s"),
                        curves,
                        RunCurves::rate),
                chart("Memory", x, Axis.of("resident", "MB"), curves, RunCurves::memory));
    }

    private static List<Series> byAspect(Map<Aspect, List<Point>> accuracy) {
        List<Series> series = new ArrayList<>();
        for (Aspect aspect : Aspect.values()) {
            if (accuracy.containsKey(aspect)) {
                String letter = aspect == Aspect.ALIGNMENT ? "P" : aspect.name().substring(0, 1);
                series.add(
                        new Series(
                                letter + " " + aspect.key(),
                                Tone.of(aspect),
                                Look.LINE,
                                accuracy.get(aspect)));
            }
        }
        return series;
    }

    private static List<Point> mean(Map<Aspect, List<Point>> accuracy) {
        Map<Double, List<Double>> byStep = new TreeMap<>();
        accuracy.values().stream()
                .flatMap(List::stream)
                .forEach(
                        point ->
                                byStep.computeIfAbsent(point.x(), _ -> new ArrayList<>())
                                        .add(point.y()));
        return byStep.entrySet().stream()
                .map(
                        entry ->
                                new Point(
                                        entry.getKey(),
                                        entry.getValue().stream()
                                                .mapToDouble(Double::doubleValue)
                                                .average()
                                                .orElseThrow()))
                .toList();
    }

    private static Chart chart(
            String title,
            Axis x,
            Axis y,
            Map<Run, RunCurves> curves,
            Function<RunCurves, List<Point>> which) {
        List<Series> series = new ArrayList<>();
        int place = 0;
        for (Map.Entry<Run, RunCurves> entry : curves.entrySet()) {
            series.add(
                    new Series(
                            curves.size() == 1 ? y.name() : entry.getKey().name(),
                            Tone.of(place++),
                            Look.LINE,
                            which.apply(entry.getValue())));
        }
        return new Chart(title, x, y, series);
    }
}
