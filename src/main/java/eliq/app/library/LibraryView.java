package eliq.app.library;

import eliq.app.frame.Action;
import eliq.app.frame.FileDrops;
import eliq.app.frame.Keys;
import eliq.app.frame.Notice;
import eliq.app.frame.View;
import eliq.app.picture.PictureLoader;
import eliq.app.words.Amounts;
import eliq.catalog.ImageRow;
import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;

/** The catalogue's images in a grid that builds only the tiles in sight, with search, order and an inspector. */
public final class LibraryView implements View {
    private static final KeyCombination F = Keys.plain(KeyCode.F);
    private static final KeyCombination I = Keys.plain(KeyCode.I);
    private static final KeyCombination S = Keys.plain(KeyCode.S);

    /** The ways out of an empty catalogue that lead to other views. */
    public interface Doors {
        void scoreImages();

        /** Runs the demo in the background. */
        void tryDemo();

        /** Leads to where pairs are made. */
        void buildPairs();

        /** Scores these files. */
        void score(List<Path> files);
    }

    /** The longer side of a picture in the grid, in points. */
    public static final double TILE = 168;

    /** Where the inspector begins. */
    static final double DIVIDER = 0.76;

    private final LibraryViewModel model;
    private final Doors doors;
    private final BorderPane root = new BorderPane();
    private final StackPane content = new StackPane();
    private final ImageGrid grid;
    private final SplitPane split;
    private final FacetBar facets;
    private final LibraryHeader header;

    public LibraryView(
            LibraryViewModel model,
            PictureLoader<ImageRow> thumbnails,
            PictureLoader<Path> pictures,
            Doors doors) {
        this.model = model;
        this.doors = doors;
        root.setId("library-view");
        grid = new ImageGrid(model, thumbnails);
        ImageInspector inspector = new ImageInspector(model, pictures);
        split = new SplitPane(grid, inspector);
        split.setDividerPositions(DIVIDER);
        SplitPane.setResizableWithParent(inspector, false);
        facets = new FacetBar(model);
        header = new LibraryHeader(model, facets, this::chooseFolder);
        root.setTop(new VBox(header, facets, new Notice("library-notice", model.noticeProperty())));
        root.setCenter(content);
        LibraryPlaceholders placeholders =
                new LibraryPlaceholders(
                        model, doors, header.search()::clear, facets::clear, this::chooseFolder);
        model.stateProperty()
                .subscribe(state -> content.getChildren().setAll(placeholders.of(state, split)));
        FileDrops.accept(root, model::bringIn);
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> act(event, inspector));
    }

    private void act(KeyEvent event, Node inspector) {
        boolean typing = event.getTarget() instanceof TextInputControl;
        if (Keys.command(KeyCode.F).match(event)) {
            header.search().requestFocus();
        } else if (!typing && Keys.command(KeyCode.A).match(event)) {
            model.selection().chooseAll();
        } else if (!typing && Keys.command(KeyCode.C).match(event)) {
            copyPaths();
        } else if (!typing && I.match(event)) {
            toggle(inspector);
        } else if (!typing && F.match(event)) {
            header.narrow().fire();
        } else if (!typing && S.match(event)) {
            scoreChosen();
        } else {
            return;
        }
        event.consume();
    }

    @Override
    public String title() {
        return "Library";
    }

    @Override
    public String icon() {
        return "fth-image";
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Node firstFocus() {
        return grid;
    }

    @Override
    public List<String> keys() {
        return List.of(
                "Arrows  move; with Shift, choose what is passed",
                "Home, End, Page Up, Page Down  move far",
                Keys.COMMAND_NAME + "+click, Shift+click  choose several",
                Keys.COMMAND_NAME + "+A  choose all",
                "S  score what is chosen",
                Keys.COMMAND_NAME + "+C  copy the paths of what is chosen",
                "F  filters",
                "Shift+F  clear the filters",
                Keys.COMMAND_NAME + "+O  import a folder",
                Keys.COMMAND_NAME + "+D  run the demo",
                "I  inspector",
                Keys.COMMAND_NAME + "+F  search");
    }

    @Override
    public List<Action> actions() {
        return List.of(
                new Action(
                        "Import a folder of images …",
                        Keys.COMMAND_NAME + "+O",
                        this::chooseFolder),
                new Action(
                        "Search names and prompts",
                        Keys.COMMAND_NAME + "+F",
                        header.search()::requestFocus),
                new Action("Show or hide the filters", "F", header.narrow()::fire),
                new Action("Clear the filters", "Shift+F", facets::clear),
                new Action(
                        "Choose all images",
                        Keys.COMMAND_NAME + "+A",
                        model.selection()::chooseAll),
                new Action("Score what is chosen", "S", this::scoreChosen),
                new Action(
                        "Copy the paths of what is chosen",
                        Keys.COMMAND_NAME + "+C",
                        this::copyPaths),
                new Action("Run the demo", Keys.COMMAND_NAME + "+D", doors::tryDemo));
    }

    @Override
    public Map<String, String> remembered() {
        Map<String, String> texts = new LinkedHashMap<>(model.question().texts());
        model.selection()
                .selectedProperty()
                .get()
                .ifPresent(place -> texts.put("selected", place.toString()));
        texts.put("filters", Boolean.toString(header.narrow().isSelected()));
        return texts;
    }

    @Override
    public void restore(Map<String, String> remembered) {
        if (remembered.isEmpty()) {
            return;
        }
        header.narrow().setSelected(Boolean.parseBoolean(remembered.get("filters")));
        String selected = remembered.getOrDefault("selected", "");
        if (selected.matches("[0-9]{1,9}")) {
            model.selectOnceThere(Integer.parseInt(selected));
        }
        model.ask(LibraryQuestion.of(remembered));
    }

    private void scoreChosen() {
        if (model.selection().count() == 0) {
            model.say("Select images first; S then scores them.");
        } else {
            model.withChosen(doors::score);
        }
    }

    private void copyPaths() {
        model.withChosen(
                files -> {
                    ClipboardContent content = new ClipboardContent();
                    content.putString(
                            String.join("\n", files.stream().map(Path::toString).toList()));
                    content.putFiles(files.stream().map(Path::toFile).toList());
                    Clipboard.getSystemClipboard().setContent(content);
                    model.say(
                            files.size() == 1
                                    ? "The path of one image was copied."
                                    : "The paths of "
                                            + Amounts.count(files.size(), "image")
                                            + " were copied.");
                });
    }

    private void toggle(Node inspector) {
        if (!split.getItems().remove(inspector)) {
            split.getItems().add(inspector);
            split.setDividerPositions(DIVIDER);
        }
    }

    private void chooseFolder() {
        if (model.stateProperty().get() instanceof LibraryState.Failed) {
            model.say("Nothing can be brought in, for the reason below.");
            return;
        }
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Folder of images to bring in");
        File chosen = chooser.showDialog(root.getScene().getWindow());
        if (chosen != null) {
            model.bringIn(List.of(chosen.toPath()));
        }
    }
}
