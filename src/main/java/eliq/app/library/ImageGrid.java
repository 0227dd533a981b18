package eliq.app.library;

import eliq.app.picture.PictureLoader;
import eliq.catalog.ImageRow;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;
import org.controlsfx.control.GridView;

/** The images as tiles, of which only those in sight are built; the selection is moved by keys and stays in sight. */
final class ImageGrid extends GridView<Integer> {
    private final LibraryViewModel model;

    ImageGrid(LibraryViewModel model, PictureLoader<ImageRow> thumbnails) {
        this.model = model;
        setId("library-grid");
        setItems(model.places());
        setCellWidth(ImageTile.WIDTH);
        setCellHeight(ImageTile.HEIGHT);
        setVerticalCellSpacing(TileSpread.GAP);
        widthProperty()
                .subscribe(
                        width ->
                                setHorizontalCellSpacing(
                                        TileSpread.over(width.doubleValue()).gap()));
        setCellFactory(_ -> new ImageTile(model, thumbnails));
        skinProperty().subscribe(_ -> evenRows());
        setFocusTraversable(true);
        setAccessibleText("Images of the catalogue");
        addEventFilter(KeyEvent.KEY_PRESSED, this::moveByKey);
        model.selection().selectedProperty().subscribe(now -> now.ifPresent(this::reveal));
    }

    /** All rows are of one height: none is built out of sight to learn how high it is. */
    private void evenRows() {
        if (lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            flow.setFixedCellSize(ImageTile.HEIGHT + 2 * TileSpread.GAP);
        }
    }

    private int columns() {
        return TileSpread.over(getWidth()).columns();
    }

    /** Scrolls so far that the tile at this place is in sight. */
    private void reveal(int place) {
        if (lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            int row = place / columns();
            if (flow.getFirstVisibleCell() == null
                    || row < flow.getFirstVisibleCell().getIndex() + 1
                    || row > flow.getLastVisibleCell().getIndex() - 1) {
                flow.scrollTo(row);
            }
        }
    }

    private void moveByKey(KeyEvent event) {
        int columns = columns();
        int screen = Math.max(1, (int) (getHeight() / getCellHeight()) - 1) * columns;
        int by =
                switch (event.getCode()) {
                    case LEFT -> -1;
                    case RIGHT -> 1;
                    case UP -> -columns;
                    case DOWN -> columns;
                    case PAGE_UP -> -screen;
                    case PAGE_DOWN -> screen;
                    case HOME -> -model.places().size();
                    case END -> model.places().size();
                    default -> 0;
                };
        if (by != 0) {
            model.selection().move(by, event.isShiftDown());
            event.consume();
        }
    }
}
