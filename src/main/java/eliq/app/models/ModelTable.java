package eliq.app.models;

import eliq.app.words.Amounts;
import eliq.hub.InstalledModel;
import eliq.workbench.ModelDetails;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

/** The models as rows. */
final class ModelTable extends TableView<ModelDetails> {
    private static final double LAST = 110;

    ModelTable(ModelsViewModel model) {
        setId("models-table");
        setAccessibleText("Models on this machine");
        setItems(model.models());
        getStyleClass().addAll("dense", "spaced-numbers");
        setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getColumns().add(text("Model", 186, m -> m.model().name()));
        getColumns().add(text("Kind", 96, m -> m.model().kind().key()));
        getColumns().add(text("From", 150, m -> origin(m.model().origin())));
        getColumns()
                .add(
                        number(
                                text(
                                        "Parameters",
                                        140,
                                        m ->
                                                m.weights()
                                                        .map(w -> Amounts.millions(w.values()))
                                                        .orElse("–"))));
        getColumns()
                .add(
                        text(
                                "Precision",
                                90,
                                m -> m.weights().map(ModelDetails.Weights::type).orElse("–")));
        getColumns().add(number(text("Size", 96, m -> Amounts.megabytes(m.model().bytes()))));
        TableColumn<ModelDetails, String> state = state();
        getColumns().add(state);
        // What is left goes to the last, which says why a model cannot be used.
        getColumns().stream()
                .filter(column -> column != state)
                .forEach(
                        column -> {
                            column.setMinWidth(0.6 * column.getPrefWidth());
                            column.setMaxWidth(1.5 * column.getPrefWidth());
                        });
        getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        now -> {
                            if (now != null) {
                                model.selectedProperty().set(now);
                            }
                        });
        model.selectedProperty().subscribe(this::choose);
    }

    private void choose(ModelDetails chosen) {
        if (chosen != null && chosen != getSelectionModel().getSelectedItem()) {
            getSelectionModel().select(chosen);
        }
    }

    /** Where a model comes from, in words. */
    static String origin(InstalledModel.Origin origin) {
        return switch (origin) {
            case SHIPPED -> "this program";
            case WORKSPACE -> "workspace";
            case REFERRED -> "a folder elsewhere";
            case CACHE -> "Hugging Face cache";
        };
    }

    private static TableColumn<ModelDetails, String> text(
            String title, double width, Function<ModelDetails, String> value) {
        TableColumn<ModelDetails, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
        return column;
    }

    private static TableColumn<ModelDetails, String> number(
            TableColumn<ModelDetails, String> column) {
        column.getStyleClass().add("number");
        return column;
    }

    private static TableColumn<ModelDetails, String> state() {
        TableColumn<ModelDetails, String> column =
                text("State", LAST, m -> m.problem().orElse("ready"));
        column.setCellFactory(
                _ ->
                        new TableCell<>() {
                            @Override
                            protected void updateItem(String item, boolean empty) {
                                super.updateItem(item, empty);
                                getStyleClass().remove("failure");
                                setText(empty ? "" : item);
                                setTooltip(empty ? null : new Tooltip(item));
                                if (!empty && !item.equals("ready")) {
                                    getStyleClass().add("failure");
                                }
                            }
                        });
        return column;
    }
}
