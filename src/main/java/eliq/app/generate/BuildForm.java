package eliq.app.generate;

import eliq.pairs.NegativeKind;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What a set is to hold. */
final class BuildForm extends ScrollPane {

    private final BuildSettings model;
    private final VBox artists = new VBox(6);

    BuildForm(BuildSettings model, ObservableList<BackendRow> backends) {
        this.model = model;
        TextField name = new TextField();
        name.setId("build-name");
        name.setAccessibleText("Name of the set");
        name.textProperty().bindBidirectional(model.nameProperty());
        ChoiceBox<PromptChoice> prompts = new ChoiceBox<>();
        prompts.setId("build-prompts");
        prompts.setAccessibleText("Prompts to draw");
        prompts.getItems().setAll(PromptChoice.values());
        prompts.valueProperty().bindBidirectional(model.promptsProperty());
        prompts.setMaxWidth(Double.MAX_VALUE);
        VBox content =
                new VBox(
                        8,
                        heading("Set"),
                        name,
                        heading("Prompts"),
                        prompts,
                        count(model),
                        heading("Drawn by"),
                        artists,
                        heading("Negatives for each positive"),
                        negatives());
        content.getStyleClass().add("build-form");
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setMinWidth(300);
        setPrefWidth(310);
        backends.addListener((ListChangeListener<BackendRow>) _ -> showArtists(backends));
        showArtists(backends);
    }

    private static HBox count(BuildSettings model) {
        HBox line = new HBox(8, label("At most"), spinner(model, 1, 100_000, "Prompts at most"));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Spinner<Integer> spinner(
            BuildSettings model, int least, int most, String accessible) {
        Spinner<Integer> spinner = new Spinner<>(least, most, model.countProperty().get(), 10);
        spinner.setId("build-count");
        spinner.setEditable(true);
        spinner.setPrefWidth(110);
        spinner.setAccessibleText(accessible);
        spinner.valueProperty().subscribe(n -> model.countProperty().set(n));
        model.countProperty().subscribe(n -> spinner.getValueFactory().setValue(n.intValue()));
        return spinner;
    }

    private GridPane negatives() {
        GridPane grid = new GridPane(8, 4);
        int row = 0;
        for (NegativeKind kind : NegativeKind.values()) {
            String aspect = kind.aspect().key();
            Label letter =
                    new Label(
                            aspect.equals("alignment")
                                    ? "P"
                                    : aspect.substring(0, 1).toUpperCase(java.util.Locale.ROOT));
            letter.getStyleClass().addAll("aspect-letter", aspect);
            letter.setAccessibleText(aspect);
            Spinner<Integer> number = new Spinner<>(0, 10, model.negativesProperty(kind).get());
            number.setPrefWidth(84);
            number.setAccessibleText("Negatives of the kind " + kind.key());
            number.valueProperty().subscribe(n -> model.negativesProperty(kind).set(n));
            model.negativesProperty(kind)
                    .subscribe(n -> number.getValueFactory().setValue(n.intValue()));
            grid.addRow(row++, letter, label(kind.key().replace('-', ' ')), number);
        }
        return grid;
    }

    private void showArtists(ObservableList<BackendRow> backends) {
        artists.getChildren().clear();
        for (BackendRow backend : backends) {
            for (String generator : backend.generators()) {
                CheckBox box = new CheckBox(generator);
                box.setSelected(model.generators().contains(generator));
                box.setOnAction(
                        _ -> {
                            if (box.isSelected()) {
                                model.generators().add(generator);
                            } else {
                                model.generators().remove(generator);
                            }
                        });
                artists.getChildren().add(box);
            }
        }
    }

    private static Label heading(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("form-heading");
        return label;
    }

    private static Label label(String text) {
        Label label = new Label(text);
        label.setMinWidth(130);
        return label;
    }
}
