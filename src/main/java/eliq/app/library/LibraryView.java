package eliq.app.library;

import atlantafx.base.controls.CustomTextField;
import eliq.app.frame.Keys;
import eliq.app.frame.View;
import eliq.app.picture.PictureLoader;
import eliq.app.placeholder.Placeholder;
import eliq.catalog.ImageRow;
import eliq.catalog.ImageSort;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
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
import javafx.util.Duration;
import org.controlsfx.control.GridView;
import org.kordamp.ikonli.javafx.FontIcon;

/** The catalogue's images in a grid that builds only the tiles in sight, with search, order and an inspector. */
public final class LibraryView implements View {

    /** An order by name. */
    private record Order(String title, ImageSort sort) {
        @Override
        public String toString() {
            return title;
        }
    }

    private static final List<Order> ORDERS =
            List.of(
                    new Order("Newest first", ImageSort.NEWEST),
                    new Order("Oldest first", new ImageSort(ImageSort.Key.ADDED, true)),
                    new Order("Name", new ImageSort(ImageSort.Key.NAME, true)));

    /** The ways out of an empty catalogue that lead to other views. */
    public interface Doors {
        void scoreImages();

        /** Says how to run the demo. */
        void tryDemo();
    }

    private final LibraryViewModel model;
    private final Doors doors;
    private final BorderPane root = new BorderPane();
    private final StackPane content = new StackPane();
    private final GridView<Integer> grid = new GridView<>();
    private final CustomTextField search = new CustomTextField();
    private final SplitPane split;

    public LibraryView(
            LibraryViewModel model,
            PictureLoader<ImageRow> thumbnails,
            PictureLoader<Path> pictures,
            Doors doors) {
        this.model = model;
        this.doors = doors;
        root.setId("library-view");
        grid.setId("library-grid");
        grid.setItems(model.places());
        grid.setCellWidth(ImageTile.PICTURE + 16);
        grid.setCellHeight(ImageTile.PICTURE + 44);
        grid.setHorizontalCellSpacing(4);
        grid.setVerticalCellSpacing(4);
        grid.setCellFactory(_ -> new ImageTile(model, thumbnails));
        grid.setFocusTraversable(true);
        grid.setAccessibleText("Images of the catalogue");
        grid.addEventFilter(KeyEvent.KEY_PRESSED, this::moveByKey);
        ImageInspector inspector = new ImageInspector(model, pictures);
        split = new SplitPane(grid, inspector);
        split.setDividerPositions(0.76);
        SplitPane.setResizableWithParent(inspector, false);
        root.setTop(new VBox(header(), notice()));
        root.setCenter(content);
        model.stateProperty().subscribe(this::show);
        acceptDrops();
        root.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (Keys.command(KeyCode.F).match(event)) {
                        search.requestFocus();
                        event.consume();
                    } else if (event.getCode() == KeyCode.I
                            && !(event.getTarget() instanceof CustomTextField)) {
                        toggle(inspector);
                        event.consume();
                    }
                });
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
        return List.of("Arrows  move", "I  inspector", Keys.COMMAND_NAME + "+F  search");
    }

    private Node header() {
        Label title = new Label(title());
        title.getStyleClass().add("title-3");
        search.setId("library-search");
        search.setPromptText("Search names and prompts");
        search.setAccessibleText("Search names and prompts");
        search.setLeft(new FontIcon("fth-search"));
        search.setPrefWidth(300);
        // The catalogue is asked when the typing pauses, not at each key.
        PauseTransition pause = new PauseTransition(Duration.millis(200));
        pause.setOnFinished(_ -> model.searchProperty().set(search.getText()));
        search.textProperty().subscribe((_, _) -> pause.playFromStart());
        ChoiceBox<Order> order = new ChoiceBox<>();
        order.getItems().setAll(ORDERS);
        order.setValue(ORDERS.getFirst());
        order.setAccessibleText("Order");
        order.valueProperty().subscribe((_, now) -> model.sortProperty().set(now.sort()));
        Label count = new Label();
        count.getStyleClass().add("absent");
        count.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        model.stateProperty().get()
                                                        instanceof
                                                        LibraryViewModel.State.Showing(long images)
                                                ? String.format(
                                                        Locale.getDefault(),
                                                        "%,d %s",
                                                        images,
                                                        images == 1 ? "image" : "images")
                                                : "",
                                model.stateProperty()));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button add = new Button("Import folder …", new FontIcon("fth-folder-plus"));
        add.setOnAction(_ -> chooseFolder());
        HBox header = new HBox(title, search, order, count, gap, add);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("view-header");
        return header;
    }

    private Node notice() {
        Label notice = new Label();
        notice.getStyleClass().add("notice");
        notice.setWrapText(true);
        notice.setMaxWidth(Double.MAX_VALUE);
        notice.textProperty().bind(model.noticeProperty());
        notice.visibleProperty().bind(model.noticeProperty().isNotEmpty());
        notice.managedProperty().bind(notice.visibleProperty());
        return notice;
    }

    private void show(LibraryViewModel.State state) {
        content.getChildren()
                .setAll(
                        switch (state) {
                            case LibraryViewModel.State.Loading _ -> new Region();
                            case LibraryViewModel.State.Showing _ -> split;
                            case LibraryViewModel.State.EmptyCatalogue _ ->
                                    Placeholder.empty(
                                            "fth-image",
                                            "No images yet",
                                            "Drop files or folders here to bring them into the catalogue. Their prompts come along where a "
                                                    + "generator left them in the file. Nothing leaves this machine.",
                                            List.of(
                                                    new Placeholder.Door(
                                                            "Score my images",
                                                            "fth-target",
                                                            doors::scoreImages),
                                                    new Placeholder.Door(
                                                            "Import a folder …",
                                                            "fth-folder-plus",
                                                            this::chooseFolder),
                                                    new Placeholder.Door(
                                                            "Try the demo",
                                                            "fth-play",
                                                            doors::tryDemo)));
                            case LibraryViewModel.State.NoMatch(String words) ->
                                    Placeholder.empty(
                                            "fth-search",
                                            "Nothing matches “" + words + "”",
                                            "Names and prompts were searched for all of these words.",
                                            List.of(
                                                    new Placeholder.Door(
                                                            "Clear the search",
                                                            "fth-x",
                                                            search::clear)));
                            case LibraryViewModel.State.Failed(String reason) ->
                                    Placeholder.failed(
                                            "The catalogue could not be read",
                                            reason,
                                            new Placeholder.Door(
                                                    "Try again", "fth-refresh-cw", model::refresh));
                        });
    }

    private void moveByKey(KeyEvent event) {
        int columns =
                Math.max(
                        1,
                        (int)
                                ((grid.getWidth() - 20)
                                        / (grid.getCellWidth()
                                                + 2 * grid.getHorizontalCellSpacing())));
        switch (event.getCode()) {
            case LEFT -> model.move(-1);
            case RIGHT -> model.move(1);
            case UP -> model.move(-columns);
            case DOWN -> model.move(columns);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void toggle(Node inspector) {
        if (!split.getItems().remove(inspector)) {
            split.getItems().add(inspector);
            split.setDividerPositions(0.76);
        }
    }

    private void chooseFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Folder of images to bring in");
        File chosen = chooser.showDialog(root.getScene().getWindow());
        if (chosen != null) {
            model.bringIn(List.of(chosen.toPath()));
        }
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
                        model.bringIn(
                                event.getDragboard().getFiles().stream()
                                        .map(File::toPath)
                                        .toList());
                    }
                    event.setDropCompleted(files);
                    event.consume();
                });
    }
}
