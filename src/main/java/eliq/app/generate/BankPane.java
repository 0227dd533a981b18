package eliq.app.generate;

import atlantafx.base.controls.CustomTextField;
import eliq.app.frame.Keys;
import eliq.app.placeholder.Placeholder;
import eliq.catalog.Prompt;
import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.javafx.FontIcon;

/** The prompts by category: adding, labelling, and having them written. */
final class BankPane extends BorderPane {

    private final BankViewModel model;
    private final TableView<Prompt> table = new TableView<>();
    private final LabelBar labels;
    private final StackPane content = new StackPane();
    private final TextField text = new TextField();
    private final BorderPane full = new BorderPane();
    private final CustomTextField search = new CustomTextField();
    private final BooleanBinding closed;
    private Optional<Long> chosen = Optional.empty();

    BankPane(BankViewModel model) {
        this.model = model;
        closed =
                Bindings.createBooleanBinding(
                        () -> !model.stateProperty().get().takesPrompts(), model.stateProperty());
        labels = new LabelBar(model::label);
        setId("generate-bank");
        table.setId("bank-table");
        table.setAccessibleText("Prompts");
        table.setItems(model.shown());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        table.setEditable(true);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.getColumns().add(wording());
        table.getColumns().add(narrow(column("Categories", 180, BankPane::categories), 320));
        table.getColumns().add(narrow(column("From", 100, Prompt::source), 180));
        table.getSelectionModel().selectedItemProperty().subscribe(this::choose);
        model.all().addListener((ListChangeListener<Prompt>) _ -> chooseAgain());
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        full.setTop(tools());
        full.setLeft(new CategoryList(model));
        full.setCenter(table);
        full.setBottom(labels);
        setTop(new VBox(adding(), new WritingForm(model.writing(), closed)));
        setCenter(content);
        model.stateProperty().subscribe(this::show);
    }

    /** Where one writes, or this pane until prompts can be taken. */
    Node firstFocus() {
        return model.stateProperty().get().takesPrompts() ? text : this;
    }

    private Node adding() {
        text.setId("bank-text");
        text.setPromptText("Write a prompt, Enter adds it");
        text.setAccessibleText("Prompt to add");
        HBox.setHgrow(text, Priority.ALWAYS);
        text.textProperty().bindBidirectional(model.draftProperty());
        text.setOnAction(_ -> model.add());
        Button add = new Button("Add");
        add.setId("bank-add");
        add.disableProperty().bind(closed.or(text.textProperty().isEmpty()));
        add.setOnAction(_ -> model.add());
        Button file = new Button("From file …", new FontIcon("fth-file-text"));
        file.setOnAction(_ -> chooseFile());
        Button shipped = new Button("Add the 400 shipped", new FontIcon("fth-package"));
        shipped.setId("bank-shipped");
        shipped.setOnAction(_ -> model.addShipped());
        List.of(text, file, shipped).forEach(each -> each.disableProperty().bind(closed));
        HBox line = new HBox(8, text, add, file, shipped);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("generate-bar");
        return line;
    }

    private Node tools() {
        search.setId("bank-search");
        search.setPromptText("Search the prompts");
        search.setAccessibleText("Words that the prompts shown hold");
        search.setLeft(new FontIcon("fth-search"));
        search.setPrefWidth(260);
        search.textProperty().bindBidirectional(model.searchProperty());
        BooleanBinding none = table.getSelectionModel().selectedItemProperty().isNull();
        Button edit = new Button("Edit", new FontIcon("fth-edit-2"));
        edit.setId("bank-edit");
        edit.setTooltip(new Tooltip("F2, or a double click"));
        edit.setOnAction(_ -> edit());
        edit.disableProperty().bind(none);
        Button remove = new Button("Remove", new FontIcon("fth-trash-2"));
        remove.setId("bank-remove");
        remove.setTooltip(new Tooltip("Delete"));
        remove.setOnAction(_ -> remove());
        remove.disableProperty().bind(none);
        Button undo = new Button("Undo", new FontIcon("fth-corner-up-left"));
        undo.setId("bank-undo");
        undo.setTooltip(new Tooltip(Keys.COMMAND_NAME + "+Z"));
        undo.setOnAction(_ -> model.undo());
        undo.disableProperty().bind(Bindings.not(model.undoable()));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(8, search, gap, edit, remove, undo);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("generate-bar");
        return line;
    }

    private void edit() {
        int row = table.getSelectionModel().getSelectedIndex();
        if (row >= 0) {
            table.requestFocus();
            table.edit(row, table.getColumns().getFirst());
        }
    }

    private void remove() {
        model.remove(List.copyOf(table.getSelectionModel().getSelectedItems()));
    }

    private void key(KeyEvent event) {
        if (table.getEditingCell() != null) {
            return;
        }
        if (event.getCode() == KeyCode.DELETE) {
            remove();
        } else if (Keys.command(KeyCode.Z).match(event)) {
            model.undo();
        } else {
            return;
        }
        event.consume();
    }

    private TableColumn<Prompt, String> wording() {
        TableColumn<Prompt, String> column = column("Prompt", 560, Prompt::text);
        column.setCellFactory(_ -> new PromptCell());
        column.setOnEditCommit(
                event -> {
                    model.reword(event.getRowValue(), event.getNewValue());
                    // The list holds the words as they are stored, before and after.
                    table.refresh();
                });
        return column;
    }

    private void choose(Prompt now) {
        if (now != null) {
            chosen = Optional.of(now.id());
        }
        labels.show(Optional.ofNullable(now));
    }

    /** The list was read anew: what was chosen stays so. */
    private void chooseAgain() {
        chosen.flatMap(id -> model.shown().stream().filter(p -> p.id() == id).findFirst())
                .ifPresent(p -> table.getSelectionModel().clearAndSelect(model.shown().indexOf(p)));
    }

    private void show(BankViewModel.State state) {
        if (state.takesPrompts() && isFocused()) {
            text.requestFocus();
        }
        content.getChildren()
                .setAll(
                        switch (state) {
                            case BankViewModel.State.Loading _ -> new BankSkeleton();
                            case BankViewModel.State.Showing _ -> full;
                            case BankViewModel.State.Empty _ ->
                                    Placeholder.empty(
                                            "fth-edit-3",
                                            "No prompts yet",
                                            "Pictures are drawn from prompts. Write one above, bring a file (CSV, or one a line), or take the "
                                                    + "400 that come with the program.",
                                            List.of(
                                                    new Placeholder.Door(
                                                            "Add the 400 prompts",
                                                            "fth-package",
                                                            model::addShipped),
                                                    new Placeholder.Door(
                                                            "From a file …",
                                                            "fth-file-text",
                                                            this::chooseFile)));
                            case BankViewModel.State.Failed(String reason) ->
                                    Placeholder.failed(
                                            "The prompts cannot be read",
                                            reason,
                                            new Placeholder.Door(
                                                    "Try again", "fth-refresh-cw", model::refresh));
                        });
    }

    private void chooseFile() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("File of prompts: CSV with a column prompt, JSON lines, or one a line");
        File chosen = chooser.showOpenDialog(getScene().getWindow());
        if (chosen != null) {
            model.addFile(chosen.toPath());
        }
    }

    private static String categories(Prompt prompt) {
        return prompt.categories().isEmpty()
                ? "not labelled"
                : String.join(", ", new TreeSet<>(prompt.categories()));
    }

    /** What is left of the width is the prompt's. */
    private static TableColumn<Prompt, String> narrow(
            TableColumn<Prompt, String> column, double widest) {
        column.setMaxWidth(widest);
        return column;
    }

    private static TableColumn<Prompt, String> column(
            String title, double width, Function<Prompt, String> value) {
        TableColumn<Prompt, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
        return column;
    }
}
