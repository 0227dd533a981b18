package eliq.app.generate;

import eliq.catalog.Prompt;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/** The prompts of the bank, and those of them that are looked at. JavaFX thread only. */
final class ShownPrompts {
    private final ObservableList<Prompt> all = FXCollections.observableArrayList();
    private final FilteredList<Prompt> shown = new FilteredList<>(all);
    private final ObjectProperty<CategoryChoice> category =
            new SimpleObjectProperty<>(new CategoryChoice.All());
    private final StringProperty search = new SimpleStringProperty("");
    // What gets its first category stays in sight until one looks elsewhere: it may get a second.
    private final Set<Long> justLabelled = new HashSet<>();

    ShownPrompts() {
        category.subscribe(_ -> filter());
        search.subscribe(_ -> filter());
    }

    ObservableList<Prompt> all() {
        return all;
    }

    ObservableList<Prompt> shown() {
        return shown;
    }

    ObjectProperty<CategoryChoice> categoryProperty() {
        return category;
    }

    StringProperty searchProperty() {
        return search;
    }

    void are(List<Prompt> found) {
        all.setAll(found);
    }

    /** Keeps a prompt in sight that gets other categories now. */
    void keep(Prompt labelled) {
        justLabelled.add(labelled.id());
    }

    private void filter() {
        CategoryChoice wanted = category.get();
        String words = search.get().strip().toLowerCase(Locale.getDefault());
        justLabelled.clear();
        shown.setPredicate(
                p ->
                        (wanted.admits(p) || justLabelled.contains(p.id()))
                                && p.text().toLowerCase(Locale.getDefault()).contains(words));
    }
}
