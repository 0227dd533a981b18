package eliq.app.score;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Asks what moved the score, shows how far that is, and lays it over the picture. */
final class ExplainBar extends VBox {
    private final Explainer explainer;
    private final PictureWithMap picture;
    private final ToggleButton toggle =
            new ToggleButton("What moved the score?", new FontIcon("fth-grid"));
    private final ToggleButton alignment = new ToggleButton("of alignment");
    private final ProgressBar progress = new ProgressBar();
    private final Label says = new Label();

    /** @param row the one that is shown */
    ExplainBar(Explainer explainer, PictureWithMap picture, Supplier<Optional<ScoreRow>> row) {
        super(6);
        this.explainer = explainer;
        this.picture = picture;
        toggle.setId("score-explain");
        toggle.setTooltip(
                new Tooltip(
                        "Covers one region after the other and scores each copy: some seconds to minutes (X)"));
        toggle.setOnAction(
                _ -> {
                    if (toggle.isSelected()) {
                        row.get().ifPresent(explainer::explain);
                    } else {
                        explainer.stop();
                    }
                });
        alignment.setOnAction(_ -> show(explainer.stateProperty().get()));
        says.setWrapText(true);
        says.getStyleClass().add("absent");
        progress.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(progress, Priority.ALWAYS);
        HBox line = new HBox(8, toggle, alignment);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(line, progress, says);
        explainer.stateProperty().subscribe(now -> show(now));
    }

    /** As a click on the button. */
    void fire() {
        toggle.fire();
    }

    private void show(Explainer.State state) {
        boolean working = state instanceof Explainer.State.Working;
        toggle.setSelected(!(state instanceof Explainer.State.Idle));
        progress.setVisible(working);
        progress.setManaged(working);
        boolean prompted =
                state instanceof Explainer.State.Ready(Explanation map)
                        && map.alignment().length > 0;
        alignment.setVisible(prompted);
        alignment.setManaged(prompted);
        Measure measure = prompted && alignment.isSelected() ? Measure.ALIGNMENT : Measure.VISUAL;
        picture.explain(
                state instanceof Explainer.State.Ready(Explanation map)
                        ? Optional.of(map)
                        : Optional.empty(),
                measure);
        says.setText(
                switch (state) {
                    case Explainer.State.Idle _ -> "";
                    case Explainer.State.Working(int done, int of) -> {
                        progress.setProgress(of == 0 ? -1 : (double) done / of);
                        yield of == 0
                                ? "Waiting for its turn"
                                : "Region " + done + " of " + of + "; click again to stop";
                    }
                    case Explainer.State.Ready _ ->
                            "Green: covering it lowers the score, so it raises it. Red: it lowers the score. Stronger "
                                    + "colour, larger change.";
                    case Explainer.State.Failed(String reason) -> reason;
                });
        says.setVisible(!says.getText().isEmpty());
        says.setManaged(says.isVisible());
    }
}
