package eliq.app.form;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** A form on the screen: label and symbol, control and unit, sentence with the default, and what is wrong. */
public final class FormView extends VBox {

    public FormView(FormModel<?> model) {
        getStyleClass().add("form");
        getStylesheets().add(FormView.class.getResource("form.css").toExternalForm());
        VBox more = new VBox();
        more.getStyleClass().add("form");
        for (FieldModel field : model.fields()) {
            Node row = row(field);
            (field.setting().place() == Setting.Place.FRONT ? this : more).getChildren().add(row);
        }
        if (!more.getChildren().isEmpty()) {
            TitledPane folded = new TitledPane("More", more);
            folded.setId("form-more");
            folded.setExpanded(false);
            folded.setAnimated(false);
            folded.getStyleClass().add("dense");
            getChildren().add(folded);
        }
    }

    private static Node row(FieldModel field) {
        Setting setting = field.setting();
        Label label = new Label(setting.label());
        label.getStyleClass().add("form-label");
        Label symbol = new Label(setting.symbol());
        symbol.getStyleClass().add("form-symbol");
        symbol.setTooltip(new Tooltip("The paper's symbol"));
        Label unit = new Label();
        unit.textProperty().bind(field.unitProperty());
        unit.getStyleClass().add("absent");
        unit.setMinWidth(Region.USE_PREF_SIZE);
        Node control = control(field);
        control.setId("field-" + setting.path().replace('.', '-'));
        HBox line = new HBox(6, control, unit);
        line.setAlignment(Pos.CENTER_LEFT);
        HBox head = new HBox(6, label, symbol);
        head.setAlignment(Pos.BASELINE_LEFT);
        Label sentence = new Label();
        sentence.getStyleClass().add("form-sentence");
        sentence.setWrapText(true);
        sentence.textProperty().bind(field.usualProperty().map(usual -> sentence(setting, usual)));
        Label error = new Label();
        error.getStyleClass().addAll("failure", "form-error");
        error.setWrapText(true);
        error.textProperty().bind(field.errorProperty());
        error.managedProperty().bind(field.errorProperty().isNotEmpty());
        error.visibleProperty().bind(error.managedProperty());
        VBox row =
                setting.kind() instanceof Setting.Kind.Switch
                        ? new VBox(2, line, error, sentence)
                        : new VBox(2, head, line, error, sentence);
        row.visibleProperty().bind(field.presentProperty());
        row.managedProperty().bind(field.presentProperty());
        return row;
    }

    private static String sentence(Setting setting, String usual) {
        String shown =
                switch (setting.kind()) {
                    case Setting.Kind.OneOf(List<Setting.Option> options) ->
                            options.stream()
                                    .filter(option -> option.json().equals(usual))
                                    .map(Setting.Option::label)
                                    .findFirst()
                                    .orElse("");
                    case Setting.Kind.SomeOf _ -> "";
                    case Setting.Kind.Switch _ -> usual.equals("true") ? "on" : "off";
                    case Setting.Kind.Whole _, Setting.Kind.Number _ -> usual;
                    case Setting.Kind.Words _ -> "";
                };
        return setting.sentence() + (shown.isEmpty() ? "" : " Default: " + shown + ".");
    }

    private static Control control(FieldModel field) {
        Setting setting = field.setting();
        Control control =
                switch (setting.kind()) {
                    case Setting.Kind.Whole _, Setting.Kind.Number _ -> typed(field, 9);
                    case Setting.Kind.Words _ -> typed(field, 24);
                    case Setting.Kind.Switch _ -> switched(field);
                    case Setting.Kind.OneOf(List<Setting.Option> options) -> chosen(field, options);
                    case Setting.Kind.SomeOf(List<Setting.Option> options) ->
                            several(field, options);
                };
        control.accessibleTextProperty()
                .bind(
                        field.unitProperty()
                                .map(
                                        unit ->
                                                setting.label()
                                                        + (unit.isEmpty() ? "" : ", " + unit)));
        control.setAccessibleHelp(setting.sentence());
        return control;
    }

    private static Control typed(FieldModel field, int columns) {
        TextField input = new TextField();
        input.setPrefColumnCount(columns);
        input.textProperty().bindBidirectional(field.textProperty());
        field.errorProperty()
                .subscribe(
                        error -> {
                            input.getStyleClass().remove("danger");
                            if (!error.isEmpty()) {
                                input.getStyleClass().add("danger");
                            }
                        });
        return input;
    }

    private static Control switched(FieldModel field) {
        CheckBox box = new CheckBox(field.setting().label());
        field.textProperty().subscribe(text -> box.setSelected(Boolean.parseBoolean(text)));
        box.setOnAction(_ -> field.textProperty().set(Boolean.toString(box.isSelected())));
        return box;
    }

    private static Control chosen(FieldModel field, List<Setting.Option> options) {
        ComboBox<Setting.Option> box = new ComboBox<>();
        box.getItems().setAll(options);
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(Setting.Option option) {
                        return option == null ? "" : option.label();
                    }

                    @Override
                    public Setting.Option fromString(String text) {
                        throw new UnsupportedOperationException("the box is not typed into");
                    }
                });
        field.textProperty()
                .subscribe(
                        text ->
                                options.stream()
                                        .filter(option -> option.isChosenBy(text))
                                        .findFirst()
                                        .ifPresent(box::setValue));
        box.valueProperty()
                .subscribe(
                        (_, now) -> {
                            if (now != null && !now.isChosenBy(field.textProperty().get())) {
                                field.textProperty().set(now.json());
                            }
                        });
        return box;
    }

    private static Control several(FieldModel field, List<Setting.Option> options) {
        FlowPane boxes = new FlowPane(10, 4);
        for (Setting.Option option : options) {
            CheckBox box = new CheckBox(option.label());
            field.textProperty()
                    .subscribe(text -> box.setSelected(lines(text).contains(option.json())));
            box.setOnAction(
                    _ -> {
                        Set<String> now = lines(field.textProperty().get());
                        if (box.isSelected()) {
                            now.add(option.json());
                        } else {
                            now.remove(option.json());
                        }
                        field.textProperty()
                                .set(now.stream().sorted().collect(Collectors.joining("\n")));
                    });
            boxes.getChildren().add(box);
        }
        Label holder = new Label("", boxes);
        holder.setContentDisplay(javafx.scene.control.ContentDisplay.GRAPHIC_ONLY);
        boxes.setPrefWrapLength(280);
        return holder;
    }

    private static Set<String> lines(String text) {
        return Arrays.stream(text.split("\n"))
                .filter(line -> !line.isBlank())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
