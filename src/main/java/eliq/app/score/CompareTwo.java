package eliq.app.score;

import eliq.app.compare.CompareKeys;
import eliq.app.compare.ComparePanel;
import eliq.app.compare.CompareViewModel;
import eliq.app.compare.Subject;
import eliq.app.picture.PictureLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Two images under one zoom, side by side, swiped, blinked or subtracted, and their scores with the difference. */
public final class CompareTwo extends VBox {
    private record Line(String title, Function<Judgement, OptionalDouble> value) {}

    private static final List<Line> LINES =
            List.of(
                    new Line("Visual", Measure.VISUAL::of),
                    new Line("Alignment", Measure.ALIGNMENT::of),
                    new Line("T", j -> OptionalDouble.of(j.technical())),
                    new Line("A", j -> OptionalDouble.of(j.aesthetic())),
                    new Line(
                            "P",
                            j ->
                                    j.alignment()
                                            .map(a -> OptionalDouble.of(a.high()))
                                            .orElseGet(OptionalDouble::empty)));

    /**
     * What comparing needs.
     *
     * @param full pictures of full size
     * @param differences computes them, one after another
     * @param ui runs things on the JavaFX thread
     */
    public record Means(PictureLoader<Path> full, Executor differences, Executor ui) {}

    private final GridPane grid = new GridPane(10, 4);
    private final CompareViewModel<Path> model = new CompareViewModel<>();

    CompareTwo(Means means) {
        setId("score-compare");
        getStyleClass().add("inspector");
        setMinWidth(300);
        setSpacing(8);
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(36);
        half.setHalignment(HPos.CENTER);
        ColumnConstraints middle = new ColumnConstraints();
        middle.setPercentWidth(28);
        middle.setHalignment(HPos.CENTER);
        grid.getColumnConstraints().setAll(half, middle, half);
        ComparePanel<Path> panel =
                new ComparePanel<>(
                        model, means.full(), means.differences(), means.ui(), new Silent());
        VBox.setVgrow(panel, Priority.ALWAYS);
        getChildren().addAll(panel, grid);
    }

    /** Has the keys of comparing work in this view while two images are compared. */
    void listenIn(Node view) {
        CompareKeys.listen(view, model, this::isVisible);
    }

    private static Subject<Path> subject(ScoreRow row) {
        return new Subject<>(row.path(), row.name(), row.promptProperty().get());
    }

    /** The scores stand in one table under both pictures. */
    private static final class Silent implements ComparePanel.Remarks {
        @Override
        public Optional<? extends Node> below(int place) {
            return Optional.empty();
        }

        @Override
        public boolean wrong(int place) {
            return false;
        }
    }

    void show(ScoreRow left, ScoreRow right) {
        model.compare(List.of(subject(left), subject(right)));
        grid.getChildren().clear();
        grid.add(name(left), 0, 0);
        grid.add(name(right), 2, 0);
        int row = 1;
        for (Line line : LINES) {
            OptionalDouble a = value(left, line);
            OptionalDouble b = value(right, line);
            Label title = new Label(line.title());
            title.getStyleClass().add("absent");
            grid.add(figure(a, b), 0, row);
            grid.add(title, 1, row);
            grid.add(figure(b, a), 2, row);
            row++;
        }
    }

    private static OptionalDouble value(ScoreRow row, Line line) {
        return row.judgement().map(line.value()).orElseGet(OptionalDouble::empty);
    }

    /** The larger of the two is set bold, with how much larger it is. */
    private static Label figure(OptionalDouble mine, OptionalDouble other) {
        Label label = new Label(mine.isPresent() ? number("%.2f", mine.getAsDouble()) : "–");
        if (mine.isPresent() && other.isPresent() && mine.getAsDouble() > other.getAsDouble()) {
            label.getStyleClass().add("text-bold");
            label.setText(
                    label.getText()
                            + number("  (+%.2f)", mine.getAsDouble() - other.getAsDouble()));
        }
        return label;
    }

    private static String number(String format, double value) {
        return String.format(Locale.getDefault(), format, value);
    }

    private static Label name(ScoreRow row) {
        Label label = new Label(row.name());
        label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        label.setTooltip(
                new Tooltip(
                        row.path()
                                + Optional.of(row.promptProperty().get())
                                        .filter(text -> !text.isEmpty())
                                        .map(text -> "\n" + text)
                                        .orElse("")));
        return label;
    }
}
