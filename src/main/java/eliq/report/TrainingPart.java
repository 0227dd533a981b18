package eliq.report;

import eliq.report.DemoReport.Training;
import java.util.Arrays;
import java.util.Optional;

/** Curves of the two stages. */
final class TrainingPart {

    private TrainingPart() {}

    static void write(Html html, DemoReport report) {
        if (report.trainings().isEmpty()) {
            return;
        }
        html.begin("section", "id", "training").element("h2", "Training");
        for (Training training : report.trainings()) {
            html.element("h3", training.title()).element("p", training.explanation());
            html.begin("div", "class", "pair");
            if (!training.losses().isEmpty()) {
                html.figure(
                        new LineChart(
                                "Loss",
                                training.unit(),
                                "loss",
                                training.losses(),
                                Optional.empty()),
                        "Lower is better; a curve that still falls at the end would go on falling with more steps.");
            }
            if (!training.accuracies().isEmpty()) {
                html.figure(
                        new LineChart(
                                "Held-out accuracy",
                                training.unit(),
                                "share right",
                                training.accuracies(),
                                Optional.of(new double[] {lowest(training), 1})),
                        "Share of held-out cases that were right. Guessing reaches 0.5.");
            }
            html.end();
        }
        html.end();
    }

    /** From a half where all curves are above it, else from zero. */
    private static double lowest(Training training) {
        boolean above =
                training.accuracies().stream()
                        .flatMapToDouble(s -> Arrays.stream(s.y()))
                        .filter(Double::isFinite)
                        .allMatch(v -> v >= 0.5);
        return above ? 0.5 : 0;
    }
}
