package eliq.app.library;

import javafx.scene.layout.Region;
import javafx.scene.layout.TilePane;
import javafx.scene.shape.Rectangle;

/** Where tiles will be, while the catalogue is asked. */
final class SkeletonGrid extends TilePane {
    // Enough for a large window; what does not fit is cut off.
    private static final int TILES = 120;
    private static final double GAP = 2 * ImageGrid.GAP;

    SkeletonGrid() {
        setId("library-loading");
        getStyleClass().add("skeleton-grid");
        setHgap(GAP);
        setVgap(GAP);
        setAccessibleText("The images are being looked up");
        for (int i = 0; i < TILES; i++) {
            Region tile = new Region();
            tile.getStyleClass().add("skeleton");
            tile.setMinSize(ImageTile.WIDTH, ImageTile.HEIGHT);
            tile.setPrefSize(ImageTile.WIDTH, ImageTile.HEIGHT);
            getChildren().add(tile);
        }
        // Tiles that do not fit are cut off, they do not make the window grow.
        setMinSize(0, 0);
        Rectangle room = new Rectangle();
        room.widthProperty().bind(widthProperty());
        room.heightProperty().bind(heightProperty());
        setClip(room);
    }
}
