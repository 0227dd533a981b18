package eliq.app.score;

import eliq.app.picture.PictureLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** Two images beside each other, each with its name, and their scores with the difference. */
final class CompareTwo extends VBox {
    private static final double HEIGHT = 180;

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

    private final GridPane grid = new GridPane(10, 8);
    private final PictureLoader<Path> pictures;

    CompareTwo(PictureLoader<Path> pictures) {
        this.pictures = pictures;
        setId("score-compare");
        getStyleClass().add("inspector");
        setMinWidth(300);
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(36);
        half.setHalignment(HPos.CENTER);
        ColumnConstraints middle = new ColumnConstraints();
        middle.setPercentWidth(28);
        middle.setHalignment(HPos.CENTER);
        grid.getColumnConstraints().setAll(half, middle, half);
        Label title = new Label("Two images compared");
        title.getStyleClass().add("text-bold");
        getChildren().addAll(title, grid);
    }

    void show(ScoreRow left, ScoreRow right) {
        grid.getChildren().clear();
        grid.add(picture(left), 0, 0);
        grid.add(picture(right), 2, 0);
        grid.add(name(left), 0, 1);
        grid.add(name(right), 2, 1);
        int row = 2;
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

    private PictureWithMap picture(ScoreRow row) {
        PictureWithMap picture = new PictureWithMap(pictures, HEIGHT);
        picture.show(row.path());
        return picture;
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
