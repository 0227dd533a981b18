package eliq.demo;

import eliq.catalog.Aspect;
import eliq.catalog.Catalog;
import eliq.catalog.CatalogException;
import eliq.catalog.MetricPoint;
import eliq.report.DemoReport;
import eliq.report.LineChart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The training curves of a run, from the metrics that its jobs kept. */
final class ReportCurves {
    private final Catalog catalog;
    private final long run;

    ReportCurves(Catalog catalog, long run) {
        this.catalog = catalog;
        this.run = run;
    }

    DemoReport.Training critic() throws CatalogException {
        List<LineChart.Series> losses = new ArrayList<>();
        series("training", "critic/loss").ifPresent(losses::add);
        series("held-out prompts", "critic/validation-loss").ifPresent(losses::add);
        return new DemoReport.Training(
                "Stage 1: quality-aware instruction tuning",
                "The model learns to answer 'low' or 'high' for each aspect by itself. A falling"
                        + " loss means that it tells the made faults from the originals; log 2 = 0.69"
                        + " is guessing.",
                "optimiser step",
                losses,
                accuracies("critic/pair-accuracy/"));
    }

    DemoReport.Training scorer() throws CatalogException {
        List<LineChart.Series> losses = new ArrayList<>();
        series("training", "scorer/loss").ifPresent(losses::add);
        series("validation prompts", "scorer/validation/loss").ifPresent(losses::add);
        return new DemoReport.Training(
                "Stage 2: the scorer",
                "The frozen model's readings are turned into two scores by margin ranking. Training"
                        + " stops when the share of pairs in the right order no longer grows on prompts"
                        + " set aside for that.",
                "epoch",
                losses,
                accuracies("scorer/validation/accuracy/"));
    }

    private List<LineChart.Series> accuracies(String prefix) throws CatalogException {
        List<LineChart.Series> all = new ArrayList<>();
        for (Aspect aspect : Aspect.values()) {
            series(aspect.key(), prefix + aspect.key()).ifPresent(all::add);
        }
        return all;
    }

    /** Empty where nothing was kept under this name. */
    private Optional<LineChart.Series> series(String name, String metric) throws CatalogException {
        List<MetricPoint> points = catalog.runs().series(run, metric);
        return points.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new LineChart.Series(
                                name,
                                points.stream().mapToDouble(MetricPoint::step).toArray(),
                                points.stream().mapToDouble(MetricPoint::value).toArray()));
    }
}
