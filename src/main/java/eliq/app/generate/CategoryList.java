package eliq.app.generate;

import eliq.app.words.Amounts;
import eliq.catalog.Prompt;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The categories with how many prompts each has; one of them, those without any, or all, are shown. */
final class CategoryList extends ListView<CategoryChoice> {
    static final double WIDTH = 200;

    private final BankViewModel model;

    CategoryList(BankViewModel model) {
        this.model = model;
        setId("bank-categories");
        setAccessibleText("Category to show");
        getItems().setAll(CategoryChoice.offered());
        setPrefWidth(WIDTH);
        setCellFactory(_ -> new Row());
        getSelectionModel().selectFirst();
        getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        now -> {
                            if (now != null) {
                                model.categoryProperty().set(now);
                            }
                        });
        model.all().addListener((ListChangeListener<Prompt>) _ -> refresh());
    }

    /** The name at the left, how many at the right. */
    private final class Row extends ListCell<CategoryChoice> {
        private final Label name = new Label();
        private final Label count = new Label();
        private final HBox line = new HBox(8, name, count);

        Row() {
            name.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(name, Priority.ALWAYS);
            count.setMinWidth(Region.USE_PREF_SIZE);
            count.getStyleClass().add("absent");
            line.setAlignment(Pos.CENTER_LEFT);
            // As wide as the list, whatever the longest name is.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(CategoryChoice item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            name.setText(item.title());
            count.setText(Amounts.format("%,d", model.count(item)));
            setAccessibleText(item.title() + ", " + Amounts.count(model.count(item), "prompt"));
            setGraphic(line);
        }
    }
}
