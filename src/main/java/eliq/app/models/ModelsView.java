package eliq.app.models;

import atlantafx.base.controls.CustomTextField;
import eliq.app.frame.Action;
import eliq.app.frame.Keys;
import eliq.app.frame.Notice;
import eliq.app.frame.View;
import eliq.app.placeholder.Placeholder;
import eliq.app.placeholder.SkeletonRows;
import eliq.workbench.ModelDetails;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.kordamp.ikonli.javafx.FontIcon;

/** The models on this machine: what they are, and getting, checking and removing them. */
public final class ModelsView implements View {
    private static final double TABLE_SHARE = 0.74;

    private final ModelsViewModel model;
    private final BorderPane root = new BorderPane();
    private final StackPane content = new StackPane();
    private final CustomTextField name = new CustomTextField();
    private final VBox downloads = new VBox();
    private final ModelTable table;
    private final Label others =
            new Label(
                    "These came with the program; pull a backbone by name or import a folder for others.");
    private final SplitPane split;

    /** @param useForScoring lets the Score view use a scorer */
    public ModelsView(ModelsViewModel model, Consumer<ModelDetails> useForScoring) {
        this.model = model;
        root.setId("models-view");
        root.getStylesheets().add(ModelsView.class.getResource("models.css").toExternalForm());
        table = new ModelTable(model);
        ModelInspector inspector = new ModelInspector(model, useForScoring);
        others.setId("models-others");
        others.getStyleClass().addAll("absent", "models-others");
        others.setWrapText(true);
        others.managedProperty().bind(others.visibleProperty());
        VBox.setVgrow(table, Priority.ALWAYS);
        split = new SplitPane(new VBox(table, others), inspector);
        split.setDividerPositions(TABLE_SHARE);
        SplitPane.setResizableWithParent(inspector, false);
        downloads.getStyleClass().add("downloads");
        root.setTop(
                new VBox(
                        header(),
                        new Notice("models-notice", model.noticeProperty()),
                        new QuestionPane(model.consent()),
                        downloads));
        root.setCenter(content);
        root.setBottom(machine());
        // The view had the keys while it was loading; now there are rows for them.
        table.sceneProperty().subscribe(_ -> Platform.runLater(this::focusTable));
        model.stateProperty().subscribe(this::show);
        model.downloads().all().addListener((ListChangeListener<Download>) _ -> showDownloads());
        showDownloads();
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        root.sceneProperty()
                .subscribe(
                        scene -> {
                            if (scene != null) {
                                model.lookForAccelerator();
                            }
                        });
    }

    @Override
    public String title() {
        return "Models";
    }

    @Override
    public String icon() {
        return "fth-package";
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Node firstFocus() {
        return table.getScene() == null ? root : table;
    }

    @Override
    public List<String> keys() {
        return List.of(
                "Arrows  move",
                Keys.COMMAND_NAME + "+F  name a model to pull",
                Keys.COMMAND_NAME + "+O  import a model’s folder",
                "V  verify",
                "Delete  remove",
                "Enter  agree to what is asked",
                "Esc  decline it",
                "F5  look again");
    }

    @Override
    public List<Action> actions() {
        return List.of(
                new Action("Pull a model …", Keys.COMMAND_NAME + "+F", name::requestFocus),
                new Action(
                        "Import a model’s folder …", Keys.COMMAND_NAME + "+O", this::chooseFolder),
                new Action(
                        "Verify the selected model", "V", () -> chosen().ifPresent(model::verify)),
                new Action(
                        "Remove the selected model …",
                        "Delete",
                        () ->
                                chosen().filter(ModelsViewModel::isRemovable)
                                        .ifPresent(model::askToRemove)),
                new Action("Look for models again", "F5", model::refresh));
    }

    @Override
    public Map<String, String> remembered() {
        return chosen().map(m -> Map.of("model", m.model().name())).orElse(Map.of());
    }

    @Override
    public void restore(Map<String, String> remembered) {
        Optional.ofNullable(remembered.get("model")).ifPresent(model::selectOnceListed);
    }

    private Optional<ModelDetails> chosen() {
        return Optional.ofNullable(model.selectedProperty().get());
    }

    private void onKey(KeyEvent event) {
        boolean typing = event.getTarget() instanceof TextInputControl t && t.isEditable();
        Optional<ModelDetails> chosen = chosen();
        if (Keys.command(KeyCode.F).match(event)) {
            name.requestFocus();
        } else if (event.getCode() == KeyCode.F5) {
            model.refresh();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            model.consent().decline();
            table.requestFocus();
        } else if (!typing && event.getCode() == KeyCode.V && chosen.isPresent()) {
            model.verify(chosen.get());
        } else if (!typing
                && event.getCode() == KeyCode.DELETE
                && chosen.filter(ModelsViewModel::isRemovable).isPresent()) {
            model.askToRemove(chosen.get());
        } else {
            return;
        }
        event.consume();
    }

    private Node header() {
        Label title = new Label(title());
        title.getStyleClass().add("title-3");
        name.setId("models-name");
        name.setPromptText("Pull by name: Qwen/Qwen3-VL-2B-Instruct");
        name.setAccessibleText("Model of a hub to pull, as ORG/NAME or ORG/NAME@REVISION");
        name.setLeft(new FontIcon("fth-download-cloud"));
        name.setPrefWidth(350);
        name.setOnAction(_ -> model.askFor(name.getText()));
        Button pull = new Button("Pull …");
        pull.setId("models-pull");
        pull.setAccessibleText("Ask the hub what a pull of this model would download");
        pull.setTooltip(new Tooltip("Says first what would be downloaded, and from where (Enter)"));
        pull.setOnAction(_ -> model.askFor(name.getText()));
        BooleanBinding closed =
                Bindings.createBooleanBinding(
                        () -> model.stateProperty().get() instanceof ModelsViewModel.State.Failed,
                        model.stateProperty());
        pull.disableProperty()
                .bind(
                        closed.or(model.consent().askingProperty())
                                .or(name.textProperty().isEmpty()));
        name.disableProperty().bind(closed);
        Label asking = new Label("asking the hub …");
        asking.getStyleClass().add("absent");
        asking.visibleProperty().bind(model.consent().askingProperty());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button add = new Button("Import folder …", new FontIcon("fth-folder-plus"));
        add.setTooltip(new Tooltip("A folder that holds a model (" + Keys.COMMAND_NAME + "+O)"));
        add.setId("models-import");
        add.setOnAction(_ -> chooseFolder());
        add.disableProperty().bind(closed);
        Button again = new Button("Refresh", new FontIcon("fth-refresh-cw"));
        again.setId("models-refresh");
        again.setTooltip(new Tooltip("Look for models again (F5)"));
        again.setOnAction(_ -> model.refresh());
        // Where nothing can be read, what failed offers the same.
        again.visibleProperty().bind(closed.not());
        again.managedProperty().bind(again.visibleProperty());
        HBox header = new HBox(title, name, pull, asking, gap, add, again);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("view-header");
        return header;
    }

    private Node machine() {
        Label words = new Label();
        words.setId("models-machine");
        words.setWrapText(true);
        model.machineProperty().subscribe(now -> words.setText(now.map(Machine::words).orElse("")));
        HBox note = new HBox(new FontIcon("fth-cpu"), words);
        note.setAlignment(Pos.CENTER_LEFT);
        note.getStyleClass().add("model-note");
        return note;
    }

    private void showDownloads() {
        downloads
                .getChildren()
                .setAll(
                        model.downloads().all().stream()
                                .map(d -> new DownloadRow(model.downloads(), d))
                                .toList());
        downloads.setVisible(!model.downloads().all().isEmpty());
        downloads.setManaged(!model.downloads().all().isEmpty());
    }

    private void focusTable() {
        if (table.getScene() != null && table.getScene().getFocusOwner() == root) {
            table.requestFocus();
        }
    }

    private void show(ModelsViewModel.State state) {
        others.setVisible(
                state instanceof ModelsViewModel.State.Showing showing && showing.onlyShipped());
        content.getChildren()
                .setAll(
                        switch (state) {
                            case ModelsViewModel.State.Loading _ ->
                                    SkeletonRows.besideInspector(
                                            6, TABLE_SHARE, ModelInspector.LEAST);
                            case ModelsViewModel.State.Showing _ -> split;
                            case ModelsViewModel.State.Empty _ ->
                                    Placeholder.empty(
                                            "fth-package",
                                            "No models yet",
                                            "A backbone reads images, a critic and a scorer turn what it reads into scores. Pull a backbone "
                                                    + "from a hub by its name above, or import a folder that holds a model.",
                                            List.of(
                                                    new Placeholder.Door(
                                                            "Name a model to pull",
                                                            "fth-download-cloud",
                                                            name::requestFocus),
                                                    new Placeholder.Door(
                                                            "Import a folder …",
                                                            "fth-folder-plus",
                                                            this::chooseFolder)));
                            case ModelsViewModel.State.Failed(String reason) ->
                                    Placeholder.failed(
                                            "The models cannot be read",
                                            reason,
                                            new Placeholder.Door(
                                                    "Try again", "fth-refresh-cw", model::refresh));
                        });
    }

    private void chooseFolder() {
        if (model.stateProperty().get() instanceof ModelsViewModel.State.Failed) {
            model.say("No model can be brought in, for the reason below.");
            return;
        }
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Folder with a model: a Hugging Face checkpoint, a critic or a scorer");
        File chosen = chooser.showDialog(root.getScene().getWindow());
        if (chosen != null) {
            model.bringIn(chosen.toPath(), false);
        }
    }
}
