package eliq.app.benchmark;

import eliq.benchmark.Estimate;
import eliq.benchmark.Method;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** Methods as rows, coefficients with their intervals as columns. */
final class MethodTable extends TableView<MethodRow> {
    static final double ROW = 44;
    private static final int DECIMALS = 3;

    MethodTable(ResultViewModel model) {
        setId("benchmark-table");
        setAccessibleText("Methods and how they agree with people");
        setFixedCellSize(ROW);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getColumns().add(method());
        getColumns().add(origin());
        getColumns().add(scored());
        for (MethodRow.Figure figure : MethodRow.Figure.values()) {
            getColumns().add(figure(figure));
        }
        SortedList<MethodRow> sorted = new SortedList<>(model.rows());
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
        model.methodProperty()
                .subscribe(
                        row -> {
                            if (row.isPresent()
                                    && row.get() != getSelectionModel().getSelectedItem()) {
                                getSelectionModel().select(row.get());
                            }
                        });
        getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        row -> {
                            if (row != null
                                    && !model.methodProperty().get().equals(Optional.of(row))) {
                                model.look(Optional.of(row));
                            }
                        });
    }

    private static TableColumn<MethodRow, MethodRow> method() {
        TableColumn<MethodRow, MethodRow> column = new TableColumn<>("Method");
        column.setPrefWidth(190);
        column.setMinWidth(140);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setComparator(Comparator.comparing(r -> r.title().toLowerCase(Locale.ROOT)));
        column.setCellFactory(_ -> new MethodCell());
        return column;
    }

    private static TableColumn<MethodRow, Method.Origin> origin() {
        TableColumn<MethodRow, Method.Origin> column = new TableColumn<>("Numbers are");
        column.setPrefWidth(112);
        column.setMinWidth(112);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().origin()));
        column.setCellFactory(_ -> new OriginCell());
        return column;
    }

    private static TableColumn<MethodRow, MethodRow> scored() {
        TableColumn<MethodRow, MethodRow> column = new TableColumn<>();
        Label header = new Label("n");
        header.setTooltip(new Tooltip("Images with score and rating, of those the set lists"));
        header.getStyleClass().add("number-header");
        column.setGraphic(header);
        column.setPrefWidth(84);
        column.setMinWidth(76);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setComparator(
                Comparator.comparingInt(r -> r.result().map(m -> m.scored()).orElse(-1)));
        column.setCellFactory(_ -> new ScoredCell());
        return column;
    }

    private static TableColumn<MethodRow, Estimate> figure(MethodRow.Figure figure) {
        TableColumn<MethodRow, Estimate> column = new TableColumn<>();
        Label header = new Label(figure.title());
        header.setTooltip(new Tooltip(figure.meaning() + "; below it its 95 % interval"));
        header.getStyleClass().add("number-header");
        column.setGraphic(header);
        column.setId("column-" + figure.name().toLowerCase(Locale.ROOT));
        column.setPrefWidth(figure == MethodRow.Figure.MAPPED ? 144 : 116);
        column.setMinWidth(figure == MethodRow.Figure.MAPPED ? 144 : 110);
        column.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().value(figure)));
        // What is not known sorts below everything that is.
        column.setComparator(
                Comparator.comparingDouble(e -> e.known() ? e.value() : Double.NEGATIVE_INFINITY));
        column.setCellFactory(_ -> new FigureCell());
        return column;
    }

    private static final class MethodCell extends TableCell<MethodRow, MethodRow> {
        private final Label name = new Label();
        private final Label note = new Label();
        private final VBox box = new VBox(name, note);

        MethodCell() {
            note.getStyleClass().add("interval");
            box.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(MethodRow row, boolean empty) {
            super.updateItem(row, empty);
            boolean blank = empty || row == null;
            name.setText(blank ? "" : row.title());
            note.setText(blank ? "" : row.note());
            note.setManaged(!note.getText().isEmpty());
            setGraphic(blank ? null : box);
            setAccessibleText(blank ? "" : row.title() + " " + row.note());
            Tooltip whole = new Tooltip(blank ? "" : row.title() + "\n" + row.detail());
            whole.setWrapText(true);
            whole.setMaxWidth(480);
            setTooltip(blank ? null : whole);
        }
    }

    private static final class OriginCell extends TableCell<MethodRow, Method.Origin> {
        @Override
        protected void updateItem(Method.Origin origin, boolean empty) {
            super.updateItem(origin, empty);
            if (empty || origin == null) {
                setGraphic(null);
                return;
            }
            Label chip = new Label(origin.name().toLowerCase(Locale.ROOT));
            chip.setMinWidth(USE_PREF_SIZE);
            chip.getStyleClass().addAll("origin", origin.name().toLowerCase(Locale.ROOT));
            chip.setTooltip(new Tooltip(meaning(origin)));
            setAccessibleText(origin.name().toLowerCase(Locale.ROOT));
            setGraphic(chip);
        }
    }

    private static String meaning(Method.Origin origin) {
        return switch (origin) {
            case MEASURED -> "Scored by this program in this evaluation";
            case IMPORTED -> "Scores of another program, read from a file; counted here";
            case PUBLISHED -> "As printed by others; not measured here";
        };
    }

    private static final class ScoredCell extends TableCell<MethodRow, MethodRow> {
        private final Label scored = new Label();
        private final Label listed = new Label();
        private final VBox box = new VBox(scored, listed);

        ScoredCell() {
            getStyleClass().add("number");
            listed.getStyleClass().add("interval");
            box.setAlignment(Pos.CENTER_RIGHT);
        }

        @Override
        protected void updateItem(MethodRow row, boolean empty) {
            super.updateItem(row, empty);
            boolean blank = empty || row == null;
            boolean known = !blank && row.result().isPresent();
            scored.setText(known ? String.format("%,d", row.result().orElseThrow().scored()) : "–");
            listed.setText(known ? String.format("of %,d", row.listed()) : "");
            listed.setManaged(known);
            setAccessibleText(blank ? "" : row.scored());
            setGraphic(blank ? null : box);
            boolean reasons = known && !row.result().orElseThrow().missing().isEmpty();
            setTooltip(reasons ? new Tooltip(Missing.text(row)) : null);
        }
    }

    private static final class FigureCell extends TableCell<MethodRow, Estimate> {
        private final Label value = new Label();
        private final Label interval = new Label();
        private final VBox box = new VBox(value, interval);

        FigureCell() {
            getStyleClass().add("number");
            interval.getStyleClass().add("interval");
            box.setAlignment(Pos.CENTER_RIGHT);
        }

        @Override
        protected void updateItem(Estimate estimate, boolean empty) {
            super.updateItem(estimate, empty);
            if (empty || estimate == null) {
                setGraphic(null);
                return;
            }
            setAccessibleText(estimate.text(DECIMALS));
            value.setText(Words.fixed(estimate.value(), DECIMALS));
            boolean between = estimate.known() && !Double.isNaN(estimate.lower());
            interval.setText(
                    between
                            ? "["
                                    + Words.fixed(estimate.lower(), DECIMALS)
                                    + ", "
                                    + Words.fixed(estimate.upper(), DECIMALS)
                                    + "]"
                            : "");
            interval.setManaged(between);
            value.getStyleClass().remove("absent");
            if (!estimate.known()) {
                value.getStyleClass().add("absent");
            }
            setGraphic(box);
        }
    }
}
