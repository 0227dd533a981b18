package eliq.app.benchmark;

import eliq.app.picture.PictureLoader;
import eliq.benchmark.Residual;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The scatter of the method that is looked at, and beside it the images behind its points. */
final class ScatterTab extends SplitPane {
    private final ResultViewModel model;
    private final ScatterPlot plot;

    ScatterTab(
            ResultViewModel model, PictureLoader<Path> thumbnails, PictureLoader<Path> pictures) {
        this.model = model;
        plot = new ScatterPlot(this::take, model::pick);
        Label none =
                new Label(
                        "A published line has no scores of single images: choose a method that was measured or imported.");
        none.setWrapText(true);
        none.getStyleClass().add("absent");
        none.setMaxWidth(360);
        none.visibleProperty().bind(model.pointsProperty().map(p -> p.chart().isEmpty()));
        StackPane room = new StackPane(plot, none);
        VBox left = new VBox(room);
        left.setPadding(new Insets(8, 0, 0, 0));
        VBox.setVgrow(room, Priority.ALWAYS);
        PicturePanel panel = new PicturePanel(model, thumbnails, pictures);
        getItems().addAll(left, panel);
        setDividerPositions(0.5);
        model.pointsProperty().subscribe(points -> plot.show(points.chart()));
        model.selectedProperty().subscribe(this::mark);
        plot.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /** The plot, for export. */
    ScatterPlot plot() {
        return plot;
    }

    private void take(OptionalInt place) {
        model.select(
                place.isPresent()
                        ? Optional.of(model.pointsProperty().get().images().get(place.getAsInt()))
                        : Optional.empty());
    }

    private void mark(Optional<Residual> chosen) {
        List<Residual> images = model.pointsProperty().get().images();
        int place = chosen.map(images::indexOf).orElse(-1);
        plot.take(place < 0 ? OptionalInt.empty() : OptionalInt.of(place));
    }

    private void key(KeyEvent event) {
        KeyCode code = event.getCode();
        switch (code) {
            case RIGHT, UP -> model.step(1);
            case LEFT, DOWN -> model.step(-1);
            case ESCAPE -> {
                model.select(Optional.empty());
                plot.show(plot.chart());
                model.pickWorst();
            }
            default -> {
                return;
            }
        }
        event.consume();
    }
}
