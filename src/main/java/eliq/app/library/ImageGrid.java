package eliq.app.library;

import eliq.app.picture.PictureLoader;
import eliq.catalog.ImageRow;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;
import org.controlsfx.control.GridView;

/** The images as tiles, of which only those in sight are built; the selection is moved by keys and stays in sight. */
final class ImageGrid extends GridView<Integer> {
    static final double GAP = 4;

    // The scroll bar, the padding, and what rounding takes.
    private static final double BESIDE_TILES = 38;

    private final LibraryViewModel model;

    ImageGrid(LibraryViewModel model, PictureLoader<ImageRow> thumbnails) {
        this.model = model;
        setId("library-grid");
        setItems(model.places());
        setCellWidth(ImageTile.WIDTH);
        setCellHeight(ImageTile.HEIGHT);
        setHorizontalCellSpacing(GAP);
        setVerticalCellSpacing(GAP);
        widthProperty().subscribe(_ -> spreadTiles());
        setCellFactory(_ -> new ImageTile(model, thumbnails));
        setFocusTraversable(true);
        setAccessibleText("Images of the catalogue");
        addEventFilter(KeyEvent.KEY_PRESSED, this::moveByKey);
        model.selection().selectedProperty().subscribe(now -> now.ifPresent(this::reveal));
    }

    /** As many tiles beside each other as fit, over the whole width. */
    private void spreadTiles() {
        int columns = columns();
        double gap = ((getWidth() - BESIDE_TILES) / columns - ImageTile.WIDTH) / 2;
        setHorizontalCellSpacing(Math.max(GAP, Math.floor(gap)));
    }

    private int columns() {
        double room = getWidth() - BESIDE_TILES;
        return Math.max(1, (int) (room / (ImageTile.WIDTH + 2 * GAP)));
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
