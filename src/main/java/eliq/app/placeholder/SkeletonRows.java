package eliq.app.placeholder;

import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The shape of a list that is being read. */
public final class SkeletonRows extends VBox {

    /**
     * @param heights of the rows, from the top
     */
    public SkeletonRows(double... heights) {
        getStyleClass().add("skeleton-rows");
        setAccessibleText("Loading");
        for (double height : heights) {
            Region row = new Region();
            row.getStyleClass().add("skeleton-block");
            row.setMinHeight(height);
            getChildren().add(row);
        }
    }

    /** So many rows of a table. */
    public static SkeletonRows ofTable(int rows) {
        double[] heights = new double[rows];
        java.util.Arrays.fill(heights, 28);
        return new SkeletonRows(heights);
    }
}
