package eliq.app.score;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.kordamp.ikonli.javafx.FontIcon;

/** What judges, and what it can and cannot judge; a choice where several scorers are installed. */
final class JudgeNote extends HBox {
    private final ScorerChoice scorers;
    private final ChoiceBox<InstalledScorer> choice = new ChoiceBox<>();
    private boolean showing;

    JudgeNote(ScoreViewModel model) {
        scorers = model.scorers();
        getStyleClass().add("model-note");
        setAlignment(Pos.CENTER_LEFT);
        Label name = new Label();
        name.setId("score-judge-name");
        name.textProperty().bind(model.judgeProperty().map(ScoreViewModel.Judge::name));
        name.setMinWidth(Region.USE_PREF_SIZE);
        name.getStyleClass().add("text-bold");
        Label limits = new Label();
        limits.setId("score-judge-limits");
        limits.textProperty().bind(model.judgeProperty().map(ScoreViewModel.Judge::limits));
        limits.setWrapText(true);
        HBox.setHgrow(limits, Priority.ALWAYS);
        choice.setId("score-judge");
        choice.setAccessibleText("What judges; another scorer judges all images again");
        choice.setTooltip(new Tooltip("Another scorer judges all images again"));
        choice.setMinWidth(Region.USE_PREF_SIZE);
        choice.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(InstalledScorer scorer) {
                        return scorer == null ? "" : scorer.name();
                    }

                    @Override
                    public InstalledScorer fromString(String text) {
                        return choice.getValue();
                    }
                });
        choice.setOnAction(_ -> use());
        BooleanBinding several =
                Bindings.createBooleanBinding(
                        () -> scorers.scorers().size() > 1, scorers.scorers());
        choice.visibleProperty().bind(several);
        choice.managedProperty().bind(several);
        scorers.scorers().addListener((ListChangeListener<InstalledScorer>) _ -> offer());
        scorers.currentProperty().subscribe(_ -> show());
        offer();
        getChildren().addAll(new FontIcon("fth-info"), choice, name, limits);
    }

    private void offer() {
        showing = true;
        choice.getItems().setAll(List.copyOf(scorers.scorers()));
        showing = false;
        show();
    }

    private void show() {
        showing = true;
        choice.setValue(scorers.now().orElse(null));
        showing = false;
    }

    private void use() {
        if (!showing && choice.getValue() != null) {
            scorers.use(choice.getValue());
        }
    }
}
