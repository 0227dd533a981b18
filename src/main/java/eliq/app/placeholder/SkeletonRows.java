package eliq.app.placeholder;

import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;

/** The shape of a list that is being read. */
public final class SkeletonRows extends VBox {
    // As dense tables have them, so that nothing jumps when the rows come.
    private static final double HEAD = 34;
    private static final double ROW = 28;

    /**
     * @param heights of the rows, from the top
     */
    public SkeletonRows(double... heights) {
        getStyleClass().add("skeleton-rows");
        setAccessibleText("Loading");
        // Rows that do not fit are cut off, they do not make the window grow.
        setMinSize(0, 0);
        Rectangle room = new Rectangle();
        room.widthProperty().bind(widthProperty());
        room.heightProperty().bind(heightProperty());
        setClip(room);
        for (double height : heights) {
            add(height, "skeleton-block");
        }
    }

    /** So many rows of one height. */
    public static SkeletonRows alike(int count, double height) {
        SkeletonRows rows = new SkeletonRows();
        for (int i = 0; i < count; i++) {
            rows.add(height, "skeleton-block");
        }
        return rows;
    }

    /** So many rows of a table, under its head. */
    public static SkeletonRows ofTable(int rows) {
        SkeletonRows table = new SkeletonRows();
        table.getStyleClass().add("skeleton-table");
        table.add(HEAD, "skeleton-head");
        for (int i = 0; i < rows; i++) {
            table.add(ROW, "skeleton-line");
        }
        return table;
    }

    /**
     * As {@link #ofTable}, with what stands beside the table.
     *
     * @param share of the width that the table has
     * @param least width of what stands beside it
     */
    public static SplitPane besideInspector(int rows, double share, double least) {
        SkeletonRows inspector = new SkeletonRows(18, 26, 60, 120);
        inspector.setMinWidth(least);
        SplitPane both = new SplitPane(ofTable(rows), inspector);
        both.setDividerPositions(share);
        SplitPane.setResizableWithParent(inspector, false);
        return both;
    }

    private void add(double height, String style) {
        Region row = new Region();
        row.getStyleClass().add(style);
        row.setMinHeight(height);
        getChildren().add(row);
    }
}
