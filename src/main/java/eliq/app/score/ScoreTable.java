package eliq.app.score;

import eliq.app.picture.PictureLoader;
import eliq.app.words.Decimals;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.VirtualFlow;

/** The dropped images as a sortable table. */
final class ScoreTable extends TableView<ScoreRow> {

    private final RowChoice choice;
    private boolean following;

    ScoreTable(ScoreViewModel model, PictureLoader<Path> thumbnails) {
        choice = model.choice();
        setId("score-table");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        setFixedCellSize(ThumbnailCell.SIDE + 10.0);
        setAccessibleText("Dropped images and their scores");
        TableColumn<ScoreRow, ?> prompt = prompt();
        TableColumn<ScoreRow, ?> state = state();
        List<TableColumn<ScoreRow, ?>> aspects =
                List.of(
                        number(
                                "T",
                                58,
                                "Technical: the critic's probability of high",
                                j -> OptionalDouble.of(j.technical())),
                        number(
                                "A",
                                58,
                                "Aesthetic: the critic's probability of high",
                                j -> OptionalDouble.of(j.aesthetic())),
                        number(
                                "P",
                                58,
                                "Alignment with the prompt: the critic's probability of high",
                                j ->
                                        j.alignment()
                                                .map(a -> OptionalDouble.of(a.high()))
                                                .orElse(OptionalDouble.empty())));
        TableColumn<ScoreRow, ?> name = name();
        TableColumn<ScoreRow, ?> visual =
                score(
                        model.spread(),
                        Measure.VISUAL,
                        100,
                        "Visual quality: higher is better, no fixed range");
        TableColumn<ScoreRow, ?> alignment =
                score(
                        model.spread(),
                        Measure.ALIGNMENT,
                        112,
                        "How well the image fits its prompt: higher is better");
        getColumns().add(picture(thumbnails));
        getColumns().addAll(List.of(name, prompt, visual, alignment));
        getColumns().addAll(aspects);
        getColumns().add(state);
        setItems(model.ordered());
        new HeaderOrder(
                this,
                model.orderProperty(),
                Map.of(
                        SortColumn.IMAGE, name,
                        SortColumn.PROMPT, prompt,
                        SortColumn.VISUAL, visual,
                        SortColumn.ALIGNMENT, alignment,
                        SortColumn.TECHNICAL, aspects.get(0),
                        SortColumn.AESTHETIC, aspects.get(1),
                        SortColumn.PROMPT_FIT, aspects.get(2),
                        SortColumn.STATE, state));
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        getSelectionModel()
                .getSelectedItems()
                .addListener((ListChangeListener<ScoreRow>) _ -> chosen());
        choice.chosenProperty().subscribe(this::follow);
        new FittingColumns(this, List.of(List.of(prompt), List.of(state), aspects));
    }

    /** The model chooses what the table does. */
    private void chosen() {
        if (!following) {
            List<ScoreRow> rows =
                    getSelectionModel().getSelectedItems().stream()
                            .filter(Objects::nonNull)
                            .distinct()
                            .toList();
            ScoreRow last = getSelectionModel().getSelectedItem();
            following = true;
            choice.choose(rows, rows.contains(last) || rows.isEmpty() ? last : rows.getLast());
            following = false;
        }
    }

    /** The table chooses what the model does. */
    private void follow(Chosen now) {
        if (following) {
            return;
        }
        following = true;
        getSelectionModel().clearSelection();
        now.rows().forEach(getSelectionModel()::select);
        now.lookedAt()
                .ifPresent(
                        row -> {
                            int place = getItems().indexOf(row);
                            getFocusModel().focus(place);
                            if (lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
                                flow.scrollTo(place);
                            }
                        });
        following = false;
    }

    private static TableColumn<ScoreRow, ScoreRow> picture(PictureLoader<Path> thumbnails) {
        TableColumn<ScoreRow, ScoreRow> column = new TableColumn<>("");
        column.setMinWidth(ThumbnailCell.SIDE + 16.0);
        column.setMaxWidth(ThumbnailCell.SIDE + 16.0);
        column.setSortable(false);
        column.setCellValueFactory(cell -> Bindings.createObjectBinding(cell::getValue));
        column.setCellFactory(_ -> new ThumbnailCell(thumbnails));
        return column;
    }

    private static TableColumn<ScoreRow, String> name() {
        TableColumn<ScoreRow, String> column = new TableColumn<>("Image");
        column.setPrefWidth(170);
        column.setMinWidth(128);
        // What a wide window has to give goes to the prompt.
        column.setMaxWidth(280);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(cell.getValue().name()));
        column.setCellFactory(_ -> new NameCell());
        return column;
    }

    private static TableColumn<ScoreRow, String> prompt() {
        TableColumn<ScoreRow, String> column = new TableColumn<>("Prompt");
        column.setPrefWidth(260);
        column.setMinWidth(120);
        column.setCellValueFactory(cell -> cell.getValue().promptWords());
        column.setCellFactory(_ -> new PromptCell());
        return column;
    }

    private static TableColumn<ScoreRow, Optional<Double>> score(
            Spread spread, Measure measure, double width, String meaning) {
        TableColumn<ScoreRow, Optional<Double>> column =
                number(measure.title(), width, meaning, measure::of);
        column.setCellFactory(_ -> new ScoreCell(spread, measure));
        return column;
    }

    private static TableColumn<ScoreRow, Optional<Double>> number(
            String title, double width, String meaning, Function<Judgement, OptionalDouble> value) {
        TableColumn<ScoreRow, Optional<Double>> column = new TableColumn<>();
        Label header = new Label(title);
        header.setTooltip(new Tooltip(meaning));
        switch (title) {
            case "T" -> header.getStyleClass().addAll("aspect-letter", "technical");
            case "A" -> header.getStyleClass().addAll("aspect-letter", "aesthetic");
            case "P" -> header.getStyleClass().addAll("aspect-letter", "alignment");
            default -> header.getStyleClass().add("number-header");
        }
        column.setGraphic(header);
        column.setId("column-" + title.toLowerCase(Locale.ROOT));
        column.setPrefWidth(width);
        column.setMinWidth(width);
        // What a wide window has to give goes to the words.
        column.setMaxWidth(1.4 * width);
        column.setCellValueFactory(
                cell -> {
                    ObservableValue<Optional<Judgement>> judgement =
                            cell.getValue().judgementProperty();
                    return Bindings.createObjectBinding(
                            () ->
                                    judgement
                                            .getValue()
                                            .flatMap(
                                                    j -> {
                                                        OptionalDouble number = value.apply(j);
                                                        return number.isPresent()
                                                                ? Optional.of(number.getAsDouble())
                                                                : Optional.empty();
                                                    }),
                            judgement);
                });
        column.setCellFactory(_ -> new NumberCell());
        return column;
    }

    private static TableColumn<ScoreRow, String> state() {
        TableColumn<ScoreRow, String> column = new TableColumn<>("State");
        column.setPrefWidth(110);
        column.setMinWidth(100);
        column.setMaxWidth(150);
        column.setCellValueFactory(
                cell ->
                        Bindings.createStringBinding(
                                () ->
                                        switch (cell.getValue().stateProperty().get()) {
                                            case ScoreRow.State.Added _, ScoreRow.State.Waiting _ ->
                                                    "waiting";
                                            case ScoreRow.State.Running _ -> "scoring …";
                                            case ScoreRow.State.Scored _ -> "scored";
                                            case ScoreRow.State.Failed _ -> "not scored";
                                        },
                                cell.getValue().stateProperty()));
        column.setCellFactory(_ -> new StateCell());
        return column;
    }

    private static final class NumberCell extends TableCell<ScoreRow, Optional<Double>> {
        NumberCell() {
            getStyleClass().add("number");
        }

        @Override
        protected void updateItem(Optional<Double> number, boolean empty) {
            super.updateItem(number, empty);
            setText(
                    empty || number == null
                            ? ""
                            : number.map(n -> Decimals.fixed(n, 2)).orElse("–"));
        }
    }
}
