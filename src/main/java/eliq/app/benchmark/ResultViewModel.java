package eliq.app.benchmark;

import eliq.app.words.Amounts;
import eliq.benchmark.Evaluation;
import eliq.benchmark.Evaluation.MethodResult;
import eliq.benchmark.Evaluation.TargetResult;
import eliq.benchmark.Residual;
import eliq.benchmark.Target;
import eliq.report.EvaluationParts;
import eliq.report.ScatterChart;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** One evaluation: its table, the method that is looked at, its points, and the images that were picked out of them. */
public final class ResultViewModel {
    /** Worst disagreements that are shown. */
    static final int WORST = 20;

    private final ReadOnlyObjectWrapper<Optional<Evaluation>> evaluation =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Target> target = new SimpleObjectProperty<>(Target.VISUAL);
    private final ObservableList<MethodRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<MethodRow>> method =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Points> points = new ReadOnlyObjectWrapper<>(Points.NONE);
    private final ObservableList<Residual> picked = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper pickedTitle = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Residual>> selected =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * The scatter of a method.
     *
     * @param chart that is drawn and exported; absent where a method has no points
     * @param images of its points, in the same order
     */
    public record Points(Optional<ScatterChart> chart, List<Residual> images) {
        static final Points NONE = new Points(Optional.empty(), List.of());
    }

    public ResultViewModel() {
        target.subscribe(_ -> retarget());
    }

    // Properties

    public ReadOnlyObjectProperty<Optional<Evaluation>> evaluationProperty() {
        return evaluation.getReadOnlyProperty();
    }

    /** What the scores are held against. */
    public ObjectProperty<Target> targetProperty() {
        return target;
    }

    /** The table. */
    public ObservableList<MethodRow> rows() {
        return rows;
    }

    /** The method that is looked at; absent, or a published line without points. */
    public ReadOnlyObjectProperty<Optional<MethodRow>> methodProperty() {
        return method.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Points> pointsProperty() {
        return points.getReadOnlyProperty();
    }

    /** Images that were picked: the worst disagreements, until a lasso picks others. */
    public ObservableList<Residual> picked() {
        return picked;
    }

    /** What the picked images are. */
    public ReadOnlyStringProperty pickedTitleProperty() {
        return pickedTitle.getReadOnlyProperty();
    }

    /** The image that is shown large. */
    public ReadOnlyObjectProperty<Optional<Residual>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** The present target's result; empty where the set has no ratings of it. */
    public Optional<TargetResult> result() {
        return evaluation
                .get()
                .flatMap(
                        e ->
                                e.targets().stream()
                                        .filter(t -> t.target() == target.get())
                                        .findFirst());
    }

    // Commands

    /** Shows this evaluation, with the first target that it has, and where it is another one its worst disagreement. */
    void show(Evaluation shown) {
        boolean another = !evaluation.get().equals(Optional.of(shown));
        evaluation.set(Optional.of(shown));
        Target first =
                shown.targets().stream()
                        .map(TargetResult::target)
                        .findFirst()
                        .orElse(Target.VISUAL);
        boolean has = shown.targets().stream().anyMatch(t -> t.target() == target.get());
        if (has || first == target.get()) {
            retarget();
        } else {
            target.set(first);
        }
        if (another) {
            selected.set(picked.stream().findFirst());
        }
    }

    private void retarget() {
        Optional<String> before = method.get().flatMap(MethodRow::method);
        rows.setAll(evaluation.get().map(e -> MethodRow.of(e, target.get())).orElse(List.of()));
        look(
                rows.stream()
                        .filter(r -> before.isPresent() && r.method().equals(before))
                        .findFirst()
                        .or(() -> rows.stream().filter(r -> r.result().isPresent()).findFirst()));
    }

    /** Looks at this method's points. */
    public void look(Optional<MethodRow> row) {
        method.set(row);
        selected.set(Optional.empty());
        Optional<MethodResult> found = row.flatMap(MethodRow::result);
        points.set(found.map(this::points).orElse(Points.NONE));
        pickWorst();
    }

    private Points points(MethodResult found) {
        Evaluation shown = evaluation.get().orElseThrow();
        return new Points(
                Optional.of(EvaluationParts.scatter(shown, result().orElseThrow(), found)),
                Residual.of(shown, target.get(), found));
    }

    /** Picks the images that lie farthest from the curve. */
    public void pickWorst() {
        picked.setAll(Residual.worst(points.get().images(), WORST));
        pickedTitle.set(picked.isEmpty() ? "" : "Worst disagreements");
    }

    /** Picks these points, by their places among all. */
    public void pick(int[] places) {
        picked.setAll(Arrays.stream(places).mapToObj(points.get().images()::get).toList());
        pickedTitle.set(Amounts.count(places.length, "image") + " in the lasso");
    }

    /** Shows this image large. */
    public void select(Optional<Residual> image) {
        selected.set(image);
    }

    /** Moves on to the image with the next higher or lower score. */
    public void step(int direction) {
        List<Residual> byScore =
                points.get().images().stream()
                        .sorted(Comparator.comparingDouble(Residual::score))
                        .toList();
        if (byScore.isEmpty()) {
            return;
        }
        int place =
                selected.get().map(byScore::indexOf).orElse(direction > 0 ? -1 : byScore.size());
        selected.set(
                Optional.of(byScore.get(Math.clamp(place + direction, 0, byScore.size() - 1))));
    }
}
