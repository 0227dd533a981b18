package eliq.app.train;

import eliq.app.form.FormView;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** On the left: what is trained on what, three presets, and the settings. */
final class SetupPane extends ScrollPane {
    private final SetupModel model;
    private final ComboBox<PairSet> sets = new ComboBox<>();

    SetupPane(SetupModel model) {
        this.model = model;
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().addAll("train-setup", "edge-to-edge");
        StackPane forms = new StackPane();
        FormView critic = new FormView(model.critic());
        FormView scorer = new FormView(model.scorer());
        model.stageProperty()
                .subscribe(
                        stage ->
                                forms.getChildren()
                                        .setAll(stage == Stage.CRITIC ? critic : scorer));
        Label about = new Label();
        about.setWrapText(true);
        about.getStyleClass().add("form-sentence");
        about.textProperty().bind(model.noteProperty());
        VBox content =
                new VBox(
                        stages(),
                        named(
                                "Pairs",
                                chosen(
                                        sets,
                                        "train-set",
                                        "Pairs to learn from",
                                        model.sets(),
                                        model.setProperty(),
                                        SetupPane::words)),
                        models(),
                        named("Name", name()),
                        new VBox(6, presets(), about),
                        forms);
        content.getStyleClass().add("train-setup-content");
        setContent(content);
    }

    Node firstFocus() {
        return sets;
    }

    private static String words(PairSet set) {
        return set.name()
                + "  ("
                + String.format("%,d", set.tuples())
                + " tuples"
                + (set.era().isEmpty() ? "" : ", " + set.era())
                + ")";
    }

    private static String words(ModelChoice choice) {
        return choice.name()
                + (choice.tuned() ? "  (tuned critic)" : "  (" + Words.bytes(choice.bytes()) + ")");
    }

    private Node stages() {
        ToggleGroup group = new ToggleGroup();
        HBox row = new HBox();
        row.getStyleClass().add("segments");
        for (Stage stage : Stage.values()) {
            ToggleButton button = new ToggleButton(stage.title() + " (" + stage.number() + ")");
            button.setId("train-stage-" + stage.title().toLowerCase(java.util.Locale.ROOT));
            button.setToggleGroup(group);
            button.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(button, Priority.ALWAYS);
            button.getStyleClass().add(stage == Stage.CRITIC ? "left-pill" : "right-pill");
            button.setOnAction(
                    _ -> {
                        button.setSelected(true);
                        model.stageProperty().set(stage);
                    });
            model.stageProperty().subscribe(now -> button.setSelected(now == stage));
            row.getChildren().add(button);
        }
        return row;
    }

    private Node models() {
        ComboBox<ModelChoice> box = new ComboBox<>();
        Node row =
                named(
                        "Model",
                        chosen(
                                box,
                                "train-model",
                                "Model to tune, or critic that reads",
                                model.models(),
                                model.modelProperty(),
                                SetupPane::words));
        return row;
    }

    private Node name() {
        TextField field = new TextField();
        field.setId("train-name");
        field.setAccessibleText("Name of what comes out");
        field.textProperty().bindBidirectional(model.nameProperty());
        return field;
    }

    private Node presets() {
        HBox row = new HBox(6);
        for (Preset preset : Preset.values()) {
            ToggleButton button = new ToggleButton(preset.title());
            button.setId("train-preset-" + preset.name().toLowerCase(java.util.Locale.ROOT));
            button.setTooltip(new Tooltip(preset.sentence()));
            button.getStyleClass().add("preset");
            button.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(button, Priority.ALWAYS);
            button.setOnAction(
                    _ -> {
                        button.setSelected(
                                model.presetProperty().get().equals(Optional.of(preset)));
                        model.use(preset);
                    });
            model.presetProperty()
                    .subscribe(now -> button.setSelected(now.equals(Optional.of(preset))));
            row.getChildren().add(button);
        }
        return row;
    }

    private static Node named(String name, Node control) {
        Label label = new Label(name);
        label.getStyleClass().add("form-label");
        label.setMinWidth(52);
        HBox.setHgrow(control, Priority.ALWAYS);
        HBox row = new HBox(8, label, control);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static <T> ComboBox<T> chosen(
            ComboBox<T> box,
            String id,
            String accessible,
            ObservableList<T> items,
            ObjectProperty<T> value,
            Function<T, String> words) {
        box.setId(id);
        box.setItems(items);
        box.setAccessibleText(accessible);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(T item) {
                        return item == null ? "" : words.apply(item);
                    }

                    @Override
                    public T fromString(String text) {
                        throw new UnsupportedOperationException("the box is not typed into");
                    }
                });
        box.valueProperty().bindBidirectional(value);
        return box;
    }
}
