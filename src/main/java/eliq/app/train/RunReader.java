package eliq.app.train;

import eliq.app.chart.Point;
import eliq.catalog.Aspect;
import eliq.critic.TrainingEvent;
import eliq.critic.TrainingHistory;
import eliq.critic.ValidationResult;
import eliq.job.MetricHistory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.ToDoubleFunction;

/** Reads the curves of one run from its folder, again and again while it grows. Not for several threads. */
final class RunReader {
    private final Path folder;
    private final MetricHistory metrics;
    private final TrainingHistory training;
    private RunCurves last = RunCurves.NONE;

    RunReader(Path folder) {
        this.folder = folder;
        this.metrics = new MetricHistory(folder);
        this.training = new TrainingHistory(folder);
    }

    RunCurves read() throws TrainException {
        try {
            // Both, whatever the first says.
            boolean news = metrics.refresh() | training.refresh();
            if (news) {
                last = curves();
            }
            return last;
        } catch (IOException e) {
            throw new TrainException(
                    "The curves of the run cannot be read from "
                            + folder
                            + ": "
                            + e.getMessage()
                            + ".",
                    e);
        }
    }

    private RunCurves curves() {
        return training.steps().isEmpty() ? ofScorer() : ofCritic();
    }

    private RunCurves ofCritic() {
        List<TrainingEvent.Step> steps = training.steps();
        Map<Aspect, List<Point>> accuracy = new EnumMap<>(Aspect.class);
        List<Point> heldOut = new ArrayList<>();
        training.validations()
                .forEach(
                        (step, result) -> {
                            add(heldOut, step, result.loss());
                            for (Aspect aspect : Aspect.values()) {
                                result.of(aspect)
                                        .map(ValidationResult.Score::accuracy)
                                        .ifPresent(
                                                share ->
                                                        add(
                                                                accuracy.computeIfAbsent(
                                                                        aspect,
                                                                        _ -> new ArrayList<>()),
                                                                step,
                                                                share));
                            }
                        });
        return new RunCurves(
                points(steps, TrainingEvent.Step::loss),
                heldOut,
                points(steps, TrainingEvent.Step::learningRate),
                accuracy,
                points(steps, TrainingEvent.Step::examplesPerSecond),
                points(metrics.of("memory-mb")),
                training.mistakes());
    }

    private RunCurves ofScorer() {
        Map<Aspect, List<Point>> accuracy = new EnumMap<>(Aspect.class);
        for (Aspect aspect : Aspect.values()) {
            List<Point> points = points(metrics.of("validation/accuracy/" + aspect.key()));
            if (!points.isEmpty()) {
                accuracy.put(aspect, points);
            }
        }
        return new RunCurves(
                points(metrics.of("loss")),
                points(metrics.of("validation/loss")),
                points(metrics.of("learning-rate")),
                accuracy,
                points(metrics.of("tuples-per-second")),
                points(metrics.of("memory-mb")),
                List.of());
    }

    private static List<Point> points(
            List<TrainingEvent.Step> steps, ToDoubleFunction<TrainingEvent.Step> value) {
        List<Point> points = new ArrayList<>(steps.size());
        steps.forEach(step -> add(points, step.step(), value.applyAsDouble(step)));
        return points;
    }

    private static List<Point> points(SortedMap<Long, Double> values) {
        List<Point> points = new ArrayList<>(values.size());
        values.forEach((step, value) -> add(points, step, value));
        return points;
    }

    private static void add(List<Point> points, long step, double value) {
        if (Double.isFinite(value)) {
            points.add(new Point(step, value));
        }
    }
}
