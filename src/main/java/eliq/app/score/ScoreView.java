package eliq.app.score;

import eliq.app.frame.Keys;
import eliq.app.frame.View;
import eliq.app.picture.PictureLoader;
import eliq.app.placeholder.Placeholder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.javafx.FontIcon;

/** Drop images anywhere; each becomes a row at once, scores arrive as they are ready. */
public final class ScoreView implements View {

    private final ScoreViewModel model;
    private final BorderPane root = new BorderPane();
    private final ScoreTable table;

    /**
     * @param thumbnails small, for the table
     * @param pictures large enough for the details
     */
    public ScoreView(
            ScoreViewModel model, PictureLoader<Path> thumbnails, PictureLoader<Path> pictures) {
        this.model = model;
        root.setId("score-view");
        table = new ScoreTable(model, thumbnails);
        ScoreDetails details = new ScoreDetails(model, pictures);
        SplitPane split = new SplitPane(table, details);
        split.setDividerPositions(0.7);
        SplitPane.setResizableWithParent(details, false);

        Placeholder empty =
                Placeholder.empty(
                        "fth-target",
                        "Drop images here to score them",
                        "Files or whole folders. The prompt is taken from the file where a generator left it, "
                                + "or from a text file of the same name; without one, visual quality is judged alone.",
                        List.of(
                                new Placeholder.Door(
                                        "Choose images …", "fth-image", this::chooseFiles),
                                new Placeholder.Door(
                                        "Choose a folder …", "fth-folder", this::chooseFolder)));
        empty.visibleProperty().bind(Bindings.isEmpty(model.rows()));
        split.visibleProperty().bind(Bindings.isNotEmpty(model.rows()));
        root.setTop(new VBox(header(), notice()));
        root.setCenter(new StackPane(split, empty));
        root.setBottom(modelNote());
        acceptDrops();
        root.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (Keys.command(KeyCode.V).match(event)) {
                        paste();
                        event.consume();
                    } else if (Keys.command(KeyCode.O).match(event)) {
                        chooseFiles();
                        event.consume();
                    } else if (Keys.command(KeyCode.E).match(event)) {
                        export();
                        event.consume();
                    }
                });
    }

    @Override
    public String title() {
        return "Score";
    }

    @Override
    public String icon() {
        return "fth-target";
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Node firstFocus() {
        return model.rows().isEmpty() ? root : table;
    }

    @Override
    public List<String> keys() {
        return List.of(
                Keys.COMMAND_NAME + "+O  choose images",
                Keys.COMMAND_NAME + "+V  paste files",
                Keys.COMMAND_NAME + "+E  export the table",
                Keys.COMMAND_NAME + "+Enter  use the typed prompt");
    }

    private Node header() {
        Label title = new Label(title());
        title.getStyleClass().add("title-3");
        Label count = new Label();
        count.getStyleClass().add("absent");
        count.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        model.rows().isEmpty()
                                                ? ""
                                                : model.rows().size()
                                                        + (model.rows().size() == 1
                                                                ? " image"
                                                                : " images")
                                                        + (model.pendingProperty().get() == 0
                                                                ? ""
                                                                : ", "
                                                                        + model.pendingProperty()
                                                                                .get()
                                                                        + " to go"),
                                model.rows(),
                                model.pendingProperty()));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button choose = new Button("Add images …", new FontIcon("fth-plus"));
        choose.setOnAction(_ -> chooseFiles());
        Button export = new Button("Export …", new FontIcon("fth-download"));
        export.setOnAction(_ -> export());
        export.disableProperty().bind(Bindings.isEmpty(model.rows()));
        Button clear = new Button("Clear", new FontIcon("fth-x"));
        clear.setId("score-clear");
        clear.setOnAction(_ -> model.clear());
        clear.disableProperty().bind(Bindings.isEmpty(model.rows()));
        HBox header = new HBox(title, count, gap, choose, export, clear);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("view-header");
        return header;
    }

    private Node notice() {
        Label notice = new Label();
        notice.setId("score-notice");
        notice.getStyleClass().add("notice");
        notice.setWrapText(true);
        notice.setMaxWidth(Double.MAX_VALUE);
        notice.textProperty().bind(model.noticeProperty());
        notice.visibleProperty().bind(model.noticeProperty().isNotEmpty());
        notice.managedProperty().bind(notice.visibleProperty());
        return notice;
    }

    private Node modelNote() {
        Label name = new Label(model.modelName());
        name.setMinWidth(Region.USE_PREF_SIZE);
        name.getStyleClass().add("text-bold");
        Label limits = new Label(model.modelLimits());
        limits.setWrapText(true);
        HBox.setHgrow(limits, Priority.ALWAYS);
        HBox note = new HBox(new FontIcon("fth-info"), name, limits);
        note.setAlignment(Pos.CENTER_LEFT);
        note.getStyleClass().add("model-note");
        return note;
    }

    private void acceptDrops() {
        root.setOnDragOver(
                event -> {
                    if (event.getDragboard().hasFiles()) {
                        event.acceptTransferModes(TransferMode.COPY);
                        if (!root.getStyleClass().contains("drop-ready")) {
                            root.getStyleClass().add("drop-ready");
                        }
                    }
                    event.consume();
                });
        root.setOnDragExited(_ -> root.getStyleClass().remove("drop-ready"));
        root.setOnDragDropped(
                event -> {
                    boolean files = event.getDragboard().hasFiles();
                    if (files) {
                        model.add(paths(event.getDragboard().getFiles()));
                    }
                    event.setDropCompleted(files);
                    event.consume();
                });
    }

    private void paste() {
        Clipboard clipboard = Clipboard.getSystemClipboard();
        if (clipboard.hasFiles()) {
            model.add(paths(clipboard.getFiles()));
        } else {
            model.say(
                    "The clipboard holds no files. Copy image files in the file manager and paste them here.");
        }
    }

    private void chooseFiles() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Images to score");
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(
                                "Images", "*.png", "*.jpg", "*.jpeg", "*.webp", "*.tif", "*.tiff",
                                "*.bmp", "*.gif"),
                        new FileChooser.ExtensionFilter("All files", "*"));
        List<File> chosen = chooser.showOpenMultipleDialog(root.getScene().getWindow());
        if (chosen != null) {
            model.add(paths(chosen));
        }
    }

    private void chooseFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Folder of images to score");
        File chosen = chooser.showDialog(root.getScene().getWindow());
        if (chosen != null) {
            model.add(List.of(chosen.toPath()));
        }
    }

    private void export() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Export scores");
        chooser.setInitialFileName("scores.csv");
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter("CSV", "*.csv"),
                        new FileChooser.ExtensionFilter("JSON", "*.json"));
        File chosen = chooser.showSaveDialog(root.getScene().getWindow());
        if (chosen == null) {
            return;
        }
        List<ScoreExport.Line> lines = table.getItems().stream().map(ScoreExport.Line::of).toList();
        try {
            Files.writeString(
                    chosen.toPath(),
                    chosen.getName().endsWith(".json")
                            ? ScoreExport.json(lines)
                            : ScoreExport.csv(lines));
            model.say(lines.size() + " rows written to " + chosen);
        } catch (IOException e) {
            model.say(
                    "The table could not be written to "
                            + chosen
                            + ": "
                            + e.getMessage()
                            + ". Choose another place.");
        }
    }

    private static List<Path> paths(List<File> files) {
        return files.stream().map(File::toPath).toList();
    }
}
