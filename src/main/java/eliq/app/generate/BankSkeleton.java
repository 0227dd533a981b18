package eliq.app.generate;

import eliq.app.placeholder.SkeletonRows;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Search, categories and prompts as they will stand, while the bank is read. */
final class BankSkeleton extends BorderPane {
    // Enough for a large window; what does not fit is cut off.
    private static final int PROMPTS = 40;

    BankSkeleton() {
        setAccessibleText("The prompts are being read");
        Region search = new Region();
        search.getStyleClass().add("skeleton-block");
        search.setMinHeight(34);
        search.setMaxWidth(260);
        VBox tools = new VBox(search);
        tools.getStyleClass().add("generate-bar");
        SkeletonRows categories = SkeletonRows.alike(CategoryChoice.offered().size(), 28);
        categories.setPrefWidth(CategoryList.WIDTH);
        setTop(tools);
        setLeft(categories);
        setCenter(SkeletonRows.ofTable(PROMPTS));
    }
}
