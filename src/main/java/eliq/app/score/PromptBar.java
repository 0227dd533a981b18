package eliq.app.score;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/** Prompts for images that came without: one for all, or each from a table. One each is typed beside the picture. */
final class PromptBar extends HBox {
    private final TextField field = new TextField();

    /** @param chooseTable asks for a table and takes its prompts */
    PromptBar(ScoreViewModel model, Runnable chooseTable) {
        setId("score-prompts");
        getStyleClass().add("facet-bar");
        setSpacing(10);
        setAlignment(Pos.CENTER_LEFT);
        field.setId("score-prompt-for-all");
        field.setPromptText("One prompt for all images");
        field.setAccessibleText("One prompt for all images");
        HBox.setHgrow(field, Priority.ALWAYS);
        CheckBox onlyWithout = new CheckBox("only where there is none");
        onlyWithout.setSelected(true);
        Button use = new Button("Use");
        use.setId("score-use-for-all");
        use.disableProperty().bind(field.textProperty().isEmpty());
        use.setOnAction(_ -> model.prompts().useForAll(field.getText(), onlyWithout.isSelected()));
        field.setOnAction(_ -> use.fire());
        Button table = new Button("Prompts from a CSV …", new FontIcon("fth-file-text"));
        table.setOnAction(_ -> chooseTable.run());
        getChildren().addAll(field, onlyWithout, use, table);
    }

    TextField field() {
        return field;
    }
}
