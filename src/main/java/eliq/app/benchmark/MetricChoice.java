package eliq.app.benchmark;

import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A metric to tick; one that lacks something says so, and on request what it is and how to get it. */
final class MetricChoice extends VBox {

    MetricChoice(MethodsViewModel.Ticked ticked, Runnable onChange) {
        super(2);
        Choice choice = ticked.choice();
        CheckBox box = new CheckBox(choice.title());
        box.setId("benchmark-metric-" + choice.key());
        box.selectedProperty().bindBidirectional(ticked.chosen());
        box.selectedProperty().subscribe(_ -> onChange.run());
        box.setDisable(!choice.ready());
        box.setMinWidth(150);
        HBox row = new HBox(10, box);
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(row);
        if (choice.ready()) {
            row.getChildren().add(muted(choice.facts()));
            return;
        }
        Label how = muted(choice.missing().orElse(""));
        how.setWrapText(true);
        how.setMinHeight(Region.USE_PREF_SIZE);
        how.setVisible(false);
        how.setManaged(false);
        Hyperlink ask = new Hyperlink("not ready: what is missing?");
        ask.setAccessibleText("What is missing for " + choice.title());
        ask.setOnAction(
                _ -> {
                    how.setVisible(!how.isVisible());
                    how.setManaged(how.isVisible());
                    ask.setVisited(false);
                });
        row.getChildren().add(ask);
        getChildren().add(how);
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("absent");
        return label;
    }
}
