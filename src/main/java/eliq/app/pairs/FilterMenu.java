package eliq.app.pairs;

import eliq.catalog.Family;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/** Which tuples are listed: one choice of each kind. */
final class FilterMenu extends MenuButton {
    private final PairsViewModel model;

    FilterMenu(PairsViewModel model) {
        this.model = model;
        setId("pairs-filter");
        setGraphic(new FontIcon("fth-filter"));
        setTooltip(new Tooltip("Which tuples are listed (F)"));
        setMaxWidth(260);
        setMinWidth(110);
        model.filterProperty().subscribe(_ -> fill());
        // Categories are those of the set that is shown.
        model.stateProperty().subscribe((_, _) -> fill());
    }

    private void fill() {
        PairFilter now = model.filterProperty().get();
        setText(now.words());
        setAccessibleText("Filter: " + now.words());
        List<MenuItem> items = new ArrayList<>();
        for (PairFilter.Show show : PairFilter.Show.values()) {
            items.add(choice(show.title(), now.show() == show, now.with(show)));
        }
        items.add(new SeparatorMenuItem());
        Menu families = new Menu("Family of negatives");
        families.getItems()
                .add(choice("All", now.family().isEmpty(), now.withFamily(Optional.empty())));
        for (Family family : Family.values()) {
            families.getItems()
                    .add(
                            choice(
                                    family.key().toLowerCase(Locale.ROOT),
                                    now.family().filter(f -> f == family).isPresent(),
                                    now.withFamily(Optional.of(family))));
        }
        Menu categories = new Menu("Category of the prompt");
        categories
                .getItems()
                .add(choice("All", now.category().isEmpty(), now.withCategory(Optional.empty())));
        for (String category : model.categories()) {
            categories
                    .getItems()
                    .add(
                            choice(
                                    category,
                                    now.category().filter(category::equals).isPresent(),
                                    now.withCategory(Optional.of(category))));
        }
        items.add(families);
        items.add(categories);
        getItems().setAll(items);
    }

    private MenuItem choice(String title, boolean chosen, PairFilter filter) {
        RadioMenuItem item = new RadioMenuItem(title);
        item.setSelected(chosen);
        item.setOnAction(_ -> model.filterProperty().set(filter));
        return item;
    }
}
