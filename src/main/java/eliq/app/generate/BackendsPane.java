package eliq.app.generate;

import eliq.generate.backends.BackendConfig;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The backends with their state, and the form that adds one. */
final class BackendsPane extends BorderPane {

    private final BackendsViewModel model;
    private final TableView<BackendRow> table = new TableView<>();

    BackendsPane(BackendsViewModel model) {
        this.model = model;
        setId("generate-backends");
        table.setId("backends-table");
        table.setAccessibleText("Backends");
        table.setItems(model.rows());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(column("Backend", 110, BackendRow::name));
        table.getColumns().add(column("Kind", 90, BackendRow::kind));
        table.getColumns().add(column("Where", 200, BackendRow::place));
        table.getColumns().add(column("Draws", 150, r -> String.join(", ", r.generators())));
        table.getColumns().add(state());
        setTop(form());
        setCenter(table);
        setBottom(actions());
    }

    private VBox form() {
        TextField name = field("Name", "name, such as studio", 190);
        ChoiceBox<String> kind = new ChoiceBox<>();
        kind.setAccessibleText("Kind of the backend");
        kind.getItems().setAll(BackendConfig.KINDS);
        kind.setValue(BackendConfig.KINDS.getFirst());
        TextField place = field("Address or folder", "address, such as http://127.0.0.1:8188", 240);
        place.setId("backend-place");
        name.setId("backend-name");
        HBox.setHgrow(place, Priority.ALWAYS);
        TextField key = field("Environment variable that holds the key", "key variable", 150);
        TextField drawing = field("Model of an openai backend", "model", 130);
        drawing.disableProperty().bind(kind.valueProperty().isNotEqualTo("openai"));
        Button add = new Button("Add", new FontIcon("fth-plus"));
        add.setId("backend-add");
        add.disableProperty()
                .bind(Bindings.or(name.textProperty().isEmpty(), place.textProperty().isEmpty()));
        add.setOnAction(
                _ ->
                        model.add(
                                name.getText(),
                                kind.getValue(),
                                place.getText(),
                                key.getText(),
                                drawing.isDisabled() ? "" : drawing.getText()));
        HBox line = new HBox(8, name, kind, place, key, drawing, add);
        line.setAlignment(Pos.CENTER_LEFT);
        Label secrets =
                new Label(
                        "Keys are read from environment variables and never stored; workflows and further settings: ‘eliq backends add’.");
        secrets.getStyleClass().add("absent");
        secrets.setWrapText(true);
        VBox form = new VBox(6, line, secrets);
        form.getStyleClass().add("generate-bar");
        return form;
    }

    private HBox actions() {
        Button test = new Button("Test all", new FontIcon("fth-activity"));
        test.setId("backends-test");
        test.disableProperty().bind(model.askingProperty());
        test.setOnAction(_ -> model.test());
        Button remove = new Button("Remove", new FontIcon("fth-trash-2"));
        remove.setOnAction(
                _ -> {
                    BackendRow chosen = table.getSelectionModel().getSelectedItem();
                    if (chosen != null) {
                        model.remove(chosen);
                    }
                });
        remove.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
        Label asking = new Label("asking …");
        asking.getStyleClass().add("absent");
        asking.visibleProperty().bind(model.askingProperty());
        HBox actions = new HBox(8, test, remove, asking);
        actions.setAlignment(Pos.CENTER_LEFT);
        actions.getStyleClass().add("generate-bar");
        return actions;
    }

    private static TextField field(String accessible, String hint, double width) {
        TextField field = new TextField();
        field.setPromptText(hint);
        field.setAccessibleText(accessible);
        field.setTooltip(new Tooltip(accessible));
        field.setPrefWidth(width);
        return field;
    }

    private static TableColumn<BackendRow, String> state() {
        TableColumn<BackendRow, String> column = column("State", 560, BackendRow::state);
        column.setCellFactory(
                _ ->
                        new TableCell<>() {
                            @Override
                            protected void updateItem(String item, boolean empty) {
                                super.updateItem(item, empty);
                                setText(empty ? "" : item);
                                setTooltip(empty ? null : new Tooltip(item));
                                setWrapText(true);
                                getStyleClass().remove("failure");
                                BackendRow row =
                                        getTableRow() == null ? null : getTableRow().getItem();
                                if (!empty && row != null && row.isDown()) {
                                    getStyleClass().add("failure");
                                }
                            }
                        });
        return column;
    }

    private static TableColumn<BackendRow, String> column(
            String title, double width, Function<BackendRow, String> value) {
        TableColumn<BackendRow, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
        return column;
    }
}
