package eliq.app.frame;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Every action by name: type, choose with the arrows, Enter. */
final class CommandPalette extends VBox {
    private static final double ROW = 36;
    private static final int MOST_ROWS = 10;

    private final TextField field = new TextField();
    private final ListView<Action> list = new ListView<>();
    private final Label none = new Label("No action has these words in its name");
    private final List<Action> actions;
    private final Runnable close;

    /** @param close takes the palette away and gives the keyboard back */
    CommandPalette(List<Action> actions, Runnable close) {
        this.actions = actions;
        this.close = close;
        setId("command-palette");
        getStyleClass().addAll("overlay-card", "command-palette");
        setMaxSize(560, USE_PREF_SIZE);
        field.setId("command-palette-field");
        field.setPromptText("What do you want to do?");
        field.setAccessibleText("Search actions");
        list.setFixedCellSize(ROW);
        list.setCellFactory(_ -> new ActionCell());
        list.setAccessibleText("Actions");
        list.setFocusTraversable(false);
        list.setPlaceholder(none);
        list.setOnMouseClicked(_ -> run());
        field.textProperty().subscribe(this::find);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        getChildren().addAll(field, list);
    }

    TextField field() {
        return field;
    }

    private void find(String typed) {
        list.getItems().setAll(ActionSearch.find(actions, typed));
        list.getSelectionModel().selectFirst();
        double height = ROW * Math.clamp(list.getItems().size(), 2, MOST_ROWS) + 4;
        list.setMinHeight(height);
        list.setPrefHeight(height);
        list.setMaxHeight(height);
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> step(1);
            case UP -> step(-1);
            case ENTER -> run();
            case ESCAPE -> close.run();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void step(int by) {
        int count = list.getItems().size();
        if (count > 0) {
            int to = Math.floorMod(list.getSelectionModel().getSelectedIndex() + by, count);
            list.getSelectionModel().select(to);
            list.scrollTo(Math.max(0, to - MOST_ROWS / 2));
        }
    }

    private void run() {
        Action chosen = list.getSelectionModel().getSelectedItem();
        close.run();
        if (chosen != null) {
            chosen.run().run();
        }
    }

    private static final class ActionCell extends ListCell<Action> {
        private final Label title = new Label();
        private final Label keys = new Label();
        private final HBox row;

        ActionCell() {
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            keys.getStyleClass().add("key");
            keys.setMinWidth(USE_PREF_SIZE);
            row = new HBox(10, title, gap, keys);
            row.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(Action action, boolean empty) {
            super.updateItem(action, empty);
            setGraphic(empty || action == null ? null : row);
            if (action != null) {
                title.setText(action.title());
                keys.setText(action.keys());
                keys.setVisible(!action.keys().isEmpty());
            }
        }
    }
}
