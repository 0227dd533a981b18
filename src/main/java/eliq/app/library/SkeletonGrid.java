package eliq.app.library;

import eliq.app.placeholder.SkeletonRows;
import javafx.geometry.Insets;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.TilePane;
import javafx.scene.shape.Rectangle;

/** Where tiles and inspector will be, while the catalogue is asked. */
final class SkeletonGrid extends SplitPane {
    // Enough for a large window; what does not fit is cut off.
    private static final int TILES = 120;

    SkeletonGrid() {
        setId("library-loading");
        setAccessibleText("The images are being looked up");
        SkeletonRows inspector = new SkeletonRows(180, 18, 110, 60, 200);
        inspector.setMinWidth(ImageInspector.LEAST_WIDTH);
        getItems().setAll(tiles(), inspector);
        setDividerPositions(LibraryView.DIVIDER);
        setResizableWithParent(inspector, false);
    }

    private static TilePane tiles() {
        TilePane tiles = new TilePane();
        tiles.getStyleClass().add("skeleton-grid");
        tiles.setVgap(2 * TileSpread.GAP);
        for (int i = 0; i < TILES; i++) {
            Region tile = new Region();
            tile.getStyleClass().add("skeleton");
            tile.setMinSize(ImageTile.WIDTH, ImageTile.HEIGHT);
            tile.setPrefSize(ImageTile.WIDTH, ImageTile.HEIGHT);
            tiles.getChildren().add(tile);
        }
        tiles.widthProperty().subscribe(width -> spread(tiles, width.doubleValue()));
        // Tiles that do not fit are cut off, they do not make the window grow.
        tiles.setMinSize(0, 0);
        Rectangle room = new Rectangle();
        room.widthProperty().bind(tiles.widthProperty());
        room.heightProperty().bind(tiles.heightProperty());
        tiles.setClip(room);
        return tiles;
    }

    /** As the images will stand. */
    private static void spread(TilePane tiles, double width) {
        TileSpread spread = TileSpread.over(width);
        tiles.setHgap(2 * spread.gap());
        tiles.setPrefColumns(spread.columns());
        double above = TileSpread.PADDING + TileSpread.GAP;
        tiles.setPadding(new Insets(above, 0, 0, TileSpread.PADDING + spread.gap()));
    }
}
