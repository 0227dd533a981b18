package eliq.app.generate;

import eliq.app.words.Amounts;
import eliq.catalog.Prompt;
import eliq.prompts.Category;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;

/** The categories with how many prompts each has; one of them, or all, is shown. */
final class CategoryList extends ListView<Optional<Category>> {
    private final BankViewModel model;

    CategoryList(BankViewModel model) {
        this.model = model;
        setId("bank-categories");
        setAccessibleText("Category to show");
        getItems().add(Optional.empty());
        for (Category each : Category.values()) {
            getItems().add(Optional.of(each));
        }
        setPrefWidth(230);
        setCellFactory(
                _ ->
                        new ListCell<>() {
                            @Override
                            protected void updateItem(Optional<Category> item, boolean empty) {
                                super.updateItem(item, empty);
                                setText(empty ? "" : words(item));
                            }
                        });
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

    private String words(Optional<Category> category) {
        long number = category.map(model::count).orElse((long) model.all().size());
        return category.map(Category::title).orElse("All") + Amounts.format("  %,d", number);
    }
}
