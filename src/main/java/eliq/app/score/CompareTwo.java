package eliq.app.score;

import eliq.app.compare.CompareKeys;
import eliq.app.compare.ComparePanel;
import eliq.app.compare.CompareViewModel;
import eliq.app.compare.Subject;
import eliq.app.picture.PictureLoader;
import eliq.app.words.Decimals;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.beans.Observable;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** Two images under one zoom, side by side, swiped, blinked or subtracted, and their scores with the difference. */
public final class CompareTwo extends VBox {
    private record Line(
            String title, String style, String meaning, Function<Judgement, OptionalDouble> value) {

        static Line score(Measure measure, String meaning) {
            return new Line(measure.title(), "absent", meaning, measure::of);
        }

        static Line aspect(String letter, String style, Function<Judgement, OptionalDouble> value) {
            return new Line(letter, style, "The critic's probability of high: " + style, value);
        }
    }

    private static final Line VISUAL =
            Line.score(Measure.VISUAL, "Visual quality: higher is better");

    private static final List<Line> LINES =
            List.of(
                    VISUAL,
                    Line.score(Measure.ALIGNMENT, "Fit with the prompt: higher is better"),
                    Line.aspect("T", "technical", j -> OptionalDouble.of(j.technical())),
                    Line.aspect("A", "aesthetic", j -> OptionalDouble.of(j.aesthetic())),
                    Line.aspect(
                            "P",
                            "alignment",
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
    private final RowChoice choice;
    private Subscription following = Subscription.EMPTY;

    CompareTwo(RowChoice choice, Means means) {
        this.choice = choice;
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
        choice.chosenProperty().subscribe(this::show);
        choice.order()
                .addListener(
                        (Observable _) -> {
                            if (choice.now() instanceof Chosen.Two two) {
                                write(two);
                            }
                        });
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

    /** Shows what is compared, as long as two are. */
    private void show(Chosen now) {
        following.unsubscribe();
        following = Subscription.EMPTY;
        setVisible(now instanceof Chosen.Two);
        if (now instanceof Chosen.Two two) {
            // Scores and prompts may come while the pictures are looked at.
            following =
                    Subscription.combine(
                            two.pinned().judgementProperty().subscribe((_, _) -> write(two)),
                            two.row().judgementProperty().subscribe((_, _) -> write(two)),
                            two.pinned().promptProperty().subscribe((_, _) -> name(two)),
                            two.row().promptProperty().subscribe((_, _) -> name(two)));
            name(two);
            write(two);
        }
    }

    private void name(Chosen.Two two) {
        model.compare(List.of(subject(two.pinned()), subject(two.row())));
    }

    private void write(Chosen.Two two) {
        grid.getChildren().clear();
        grid.add(heading(two.pinned(), "pinned"), 0, 0);
        grid.add(heading(two.row(), choice.place(two.row())), 2, 0);
        int row = 1;
        for (Line line : LINES) {
            OptionalDouble a = value(two.pinned(), line);
            OptionalDouble b = value(two.row(), line);
            boolean comparable = line != VISUAL || prompted(two.pinned()) == prompted(two.row());
            grid.add(figure(a, comparable ? b : OptionalDouble.empty()), 0, row);
            grid.add(title(line), 1, row);
            grid.add(figure(b, comparable ? a : OptionalDouble.empty()), 2, row);
            row++;
        }
    }

    /** Visual scores with a prompt and without one are two scales. */
    private static boolean prompted(ScoreRow row) {
        return row.judgement().flatMap(Judgement::alignment).isPresent();
    }

    private static Label title(Line line) {
        Label title = new Label(line.title());
        if (line.style().equals("absent")) {
            title.getStyleClass().add(line.style());
        } else {
            title.getStyleClass().addAll("aspect-letter", line.style());
        }
        title.setTooltip(new Tooltip(line.meaning()));
        return title;
    }

    private static OptionalDouble value(ScoreRow row, Line line) {
        return row.judgement().map(line.value()).orElseGet(OptionalDouble::empty);
    }

    /** The larger of the two is set bold, with how much larger it is. */
    private static Label figure(OptionalDouble mine, OptionalDouble other) {
        Label label = new Label(mine.isPresent() ? Decimals.fixed(mine.getAsDouble(), 2) : "–");
        if (mine.isPresent() && other.isPresent() && mine.getAsDouble() > other.getAsDouble()) {
            label.getStyleClass().add("text-bold");
            label.setText(
                    label.getText()
                            + "  (+"
                            + Decimals.fixed(mine.getAsDouble() - other.getAsDouble(), 2)
                            + ")");
        }
        return label;
    }

    /** A name, and in muted words what is said of it. */
    private static Node heading(ScoreRow row, String remark) {
        Label label = new Label(row.name());
        label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        label.setMinWidth(40);
        label.setTooltip(new Tooltip(row.path().toString()));
        Label said = new Label(remark);
        said.getStyleClass().add("absent");
        said.setMinWidth(Region.USE_PREF_SIZE);
        HBox box = new HBox(8, label, said);
        box.setAlignment(Pos.CENTER);
        return box;
    }
}
