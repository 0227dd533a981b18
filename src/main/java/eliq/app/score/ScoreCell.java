package eliq.app.score;

import eliq.app.words.Decimals;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A score with a thin bar below it: its place in the reference. */
final class ScoreCell extends TableCell<ScoreRow, Optional<Double>> {
    private static final double WIDTH = 56;

    private final Spread spread;
    private final Measure measure;
    private final Label value = new Label();
    private final Region fill = new Region();
    private final StackPane track = new StackPane(fill);
    private final VBox box = new VBox(4, value, track);
    private final Tooltip place = new Tooltip();

    ScoreCell(Spread spread, Measure measure) {
        this.spread = spread;
        this.measure = measure;
        box.setAlignment(Pos.CENTER_RIGHT);
        track.getStyleClass().add("aspect-track");
        track.setAlignment(Pos.CENTER_LEFT);
        track.setMinSize(WIDTH, 4);
        track.setMaxSize(WIDTH, 4);
        fill.getStyleClass()
                .addAll("aspect-fill", measure == Measure.ALIGNMENT ? "alignment" : "score");
        fill.setMinHeight(4);
        fill.setMaxHeight(4);
        getStyleClass().add("number");
        // A place among the dropped images moves with every score that comes in.
        spread.changesProperty().addListener((_, _, _) -> show(getItem(), isEmpty()));
    }

    @Override
    protected void updateItem(Optional<Double> number, boolean empty) {
        super.updateItem(number, empty);
        show(number, empty);
    }

    private void show(Optional<Double> number, boolean empty) {
        ScoreRow row = empty || getTableRow() == null ? null : getTableRow().getItem();
        if (number == null || row == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        value.setText(number.map(n -> Decimals.fixed(n, 2)).orElse("–"));
        OptionalDouble share = spread.share(row, measure);
        track.setVisible(share.isPresent());
        track.setManaged(share.isPresent());
        double width = WIDTH * share.orElse(0);
        fill.setMinWidth(width);
        fill.setMaxWidth(width);
        place.setText(
                number.isPresent()
                        ? spread.place(row, measure).orElse("The only image so far")
                        : measure == Measure.ALIGNMENT
                                ? "Without a prompt there is no alignment; type one at the right"
                                : "Not scored");
        setTooltip(place);
        setGraphic(box);
    }
}
