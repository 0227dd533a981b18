package eliq.app.score;

import eliq.app.words.Amounts;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.kordamp.ikonli.javafx.FontIcon;

/** How many images there are, how they are ordered, and what is done with all of them. */
final class ScoreHeader extends HBox {
    // With less than this the arrow stands without its words.
    private static final double ROOM_FOR_WORDS = 1000;
    private static final double ORDER_WIDTH = 175;

    private final ScoreViewModel model;
    private final ToggleButton prompts = new ToggleButton("Prompts", new FontIcon("fth-edit-2"));

    /** @param export asks for a file and writes the table to it */
    ScoreHeader(ScoreViewModel model, ScoreFiles files, Runnable export) {
        this.model = model;
        getStyleClass().add("view-header");
        setAlignment(Pos.CENTER_LEFT);
        Label title = new Label("Score");
        title.getStyleClass().add("title-3");
        title.setMinWidth(USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        BooleanBinding empty = Bindings.isEmpty(model.rows());
        Button choose = new Button("Add images …", new FontIcon("fth-plus"));
        choose.setOnAction(_ -> files.chooseFiles());
        prompts.setId("score-prompts-toggle");
        prompts.disableProperty().bind(empty);
        Button save = new Button("Export …", new FontIcon("fth-download"));
        save.setOnAction(_ -> export.run());
        // Reasons are exported too; what waits has nothing to export yet.
        save.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> model.rows().stream().noneMatch(ScoreRow::isSettled),
                                model.rows()));
        save.setId("score-export");
        Button clear = new Button("Clear", new FontIcon("fth-x"));
        clear.setId("score-clear");
        clear.setOnAction(_ -> model.clear());
        clear.disableProperty().bind(empty);
        ChoiceBox<SortColumn> order = order();
        order.disableProperty().bind(empty);
        Button turn = turn();
        turn.disableProperty().bind(empty);
        for (ButtonBase button : List.of(turn, choose, prompts, save, clear)) {
            button.setMinWidth(USE_PREF_SIZE);
        }
        getChildren().addAll(title, count(), order, turn, gap, choose, prompts, save, clear);
    }

    /** Opens and closes the bar of prompts for all images. */
    ToggleButton prompts() {
        return prompts;
    }

    private Label count() {
        Label count = new Label();
        count.setId("score-count");
        count.getStyleClass().add("absent");
        count.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                this::counted, model.rows(), model.pendingProperty()));
        return count;
    }

    private String counted() {
        if (model.rows().isEmpty()) {
            return "";
        }
        int pending = model.pendingProperty().get();
        long failed = model.rows().stream().filter(ScoreRow::isFailed).count();
        return Amounts.count(model.rows().size(), "image")
                + (pending == 0 ? "" : Amounts.format(", %,d to go", pending))
                + (failed == 0 ? "" : Amounts.format(", %,d not scored", failed));
    }

    private ChoiceBox<SortColumn> order() {
        ChoiceBox<SortColumn> order = new ChoiceBox<>();
        order.setId("score-order");
        order.setPrefWidth(ORDER_WIDTH);
        order.getItems().setAll(SortColumn.values());
        order.setAccessibleText("Order of the images");
        order.setTooltip(new Tooltip("Order of the images; R goes on to the next column"));
        order.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(SortColumn column) {
                        return column == null ? "" : column.title();
                    }

                    @Override
                    public SortColumn fromString(String text) {
                        return SortColumn.DROPPING;
                    }
                });
        model.orderProperty().subscribe(now -> order.setValue(now.by()));
        order.valueProperty()
                .subscribe(
                        (_, column) -> {
                            if (column != null && column != model.orderProperty().get().by()) {
                                model.orderProperty().set(RowOrder.by(column));
                            }
                        });
        return order;
    }

    private Button turn() {
        FontIcon arrow = new FontIcon("fth-arrow-down");
        Button turn = new Button("", arrow);
        turn.setId("score-turn");
        turn.setTooltip(new Tooltip("The other way round (Shift+R)"));
        turn.contentDisplayProperty()
                .bind(
                        widthProperty()
                                .map(
                                        width ->
                                                width.doubleValue() < ROOM_FOR_WORDS
                                                        ? ContentDisplay.GRAPHIC_ONLY
                                                        : ContentDisplay.LEFT));
        turn.setOnAction(_ -> model.turnOrder());
        model.orderProperty()
                .subscribe(
                        now -> {
                            turn.setText(now.direction());
                            arrow.setIconLiteral(
                                    now.isDescending() ? "fth-arrow-down" : "fth-arrow-up");
                            turn.setAccessibleText(
                                    now.direction() + "; press to turn the order round");
                            turn.setVisible(!now.direction().isEmpty());
                            turn.setManaged(turn.isVisible());
                        });
        return turn;
    }
}
