package eliq.app.train;

import eliq.catalog.JobState;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;

/** The trainings there were: select one to see it, tick others to lay their curves beside its own. */
final class RunTable extends TableView<Run> {
    private static final double LAST = 400;
    private static final double MARGINS = 16;

    private final RunsModel model;
    private boolean following;

    RunTable(RunsModel model) {
        this.model = model;
        setId("train-runs");
        getStyleClass().addAll("dense", "striped");
        setItems(model.runs());
        setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        Label none = new Label("Trainings are listed here, the latest first.");
        none.getStyleClass().add("absent");
        setPlaceholder(none);
        setAccessibleText("Earlier runs");
        getColumns()
                .setAll(
                        List.of(
                                compare(),
                                text("Name", 120, Run::name),
                                text("What", 62, run -> run.stage().title()),
                                text(
                                        "Pairs",
                                        100,
                                        run -> run.training().map(Training::set).orElse("–")),
                                text("State", 104, run -> Words.state(run.state())),
                                text("Begun", 152, RunTable::begun),
                                outcome()));
        // What is left goes to the last, whose text is the longest.
        getColumns().stream()
                .filter(column -> column.getPrefWidth() < LAST)
                .forEach(
                        column -> {
                            column.setMinWidth(column.getPrefWidth());
                            column.setMaxWidth(1.5 * column.getPrefWidth());
                        });
        getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        (_, run) -> {
                            if (run != null && !following && !model.updatingProperty().get()) {
                                model.select(run.job());
                            }
                        });
        model.shownProperty().subscribe((_, _) -> follow());
        model.selectedProperty().subscribe((_, _) -> follow());
        model.updatingProperty()
                .subscribe(
                        (_, now) -> {
                            if (!now) {
                                follow();
                            }
                        });
        setOnKeyPressed(
                event -> {
                    Run run = getSelectionModel().getSelectedItem();
                    if (event.getCode() == KeyCode.SPACE && run != null) {
                        model.compare(run.job(), !model.compared().contains(run.job()));
                        refresh();
                        event.consume();
                    }
                });
    }

    private void follow() {
        following = true;
        try {
            model.selectedProperty()
                    .get()
                    .flatMap(
                            job ->
                                    model.runs().stream()
                                            .filter(run -> run.job() == job)
                                            .findFirst())
                    .ifPresent(getSelectionModel()::select);
        } finally {
            following = false;
        }
    }

    private static String begun(Run run) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
                .withZone(ZoneId.systemDefault())
                .format(run.created());
    }

    private static String outcome(Run run) {
        return run.error()
                .or(() -> run.result().map(RunRecords::withoutPlace))
                .orElseGet(
                        () ->
                                run.state() == JobState.RUNNING
                                        ? Words.standing(run)
                                        : RunRecords.withoutPlace(run.message()));
    }

    private static TableColumn<Run, String> text(
            String title, double width, Function<Run, String> value) {
        TableColumn<Run, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(value.apply(cell.getValue())));
        column.setCellFactory(_ -> new WordsCell());
        return column;
    }

    private static TableColumn<Run, String> outcome() {
        TableColumn<Run, String> column = text("What came of it", LAST, RunTable::outcome);
        column.setCellFactory(_ -> new OutcomeCell());
        return column;
    }

    private TableColumn<Run, Boolean> compare() {
        TableColumn<Run, Boolean> column = new TableColumn<>("Compare");
        column.setPrefWidth(88);
        column.setCellValueFactory(
                cell ->
                        new SimpleBooleanProperty(
                                model.compared().contains(cell.getValue().job())));
        column.setCellFactory(_ -> new CompareCell());
        return column;
    }

    /** What a narrow column cuts can be read whole. */
    private static final class WordsCell extends TableCell<Run, String> {
        @Override
        protected void updateItem(String text, boolean empty) {
            super.updateItem(text, empty);
            boolean blank = empty || text == null || text.isEmpty();
            setText(blank ? "" : text);
            Tooltip tip = blank ? null : new Tooltip(text);
            if (tip != null) {
                tip.setWrapText(true);
                tip.setMaxWidth(480);
            }
            setTooltip(tip);
        }
    }

    /** All lines of what came of a run. */
    private static final class OutcomeCell extends TableCell<Run, String> {
        private final Text words = new Text();

        OutcomeCell() {
            getStyleClass().add("run-outcome");
            // A row asks for a cell's height without saying its width.
            words.wrappingWidthProperty().bind(widthProperty().subtract(MARGINS));
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        }

        @Override
        protected void updateItem(String text, boolean empty) {
            super.updateItem(text, empty);
            words.setText(empty || text == null ? "" : text);
            setText(words.getText());
            setGraphic(words.getText().isEmpty() ? null : words);
        }
    }

    private final class CompareCell extends TableCell<Run, Boolean> {
        private final CheckBox box = new CheckBox();

        CompareCell() {
            box.setOnAction(
                    _ -> {
                        if (getTableRow().getItem() != null) {
                            model.compare(getTableRow().getItem().job(), box.isSelected());
                        }
                    });
        }

        @Override
        protected void updateItem(Boolean with, boolean empty) {
            super.updateItem(with, empty);
            setGraphic(empty ? null : box);
            if (!empty && getTableRow().getItem() != null) {
                Run run = getTableRow().getItem();
                box.setAccessibleText("Compare with " + run.name());
                box.setSelected(model.compared().contains(run.job()));
            }
        }
    }
}
