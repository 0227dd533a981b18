package eliq.app.library;

import atlantafx.base.controls.CustomTextField;
import eliq.catalog.ImageSort;
import java.util.List;
import java.util.Locale;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the images are searched by and ordered by, how many there are, and the way to bring more in. */
final class LibraryHeader extends HBox {

    /** An order by name. */
    private record Order(String title, ImageSort sort) {
        @Override
        public String toString() {
            return title;
        }
    }

    private static final List<Order> ORDERS =
            List.of(
                    new Order("Newest first", ImageSort.NEWEST),
                    new Order("Oldest first", new ImageSort(ImageSort.Key.ADDED, true)),
                    new Order("Name", new ImageSort(ImageSort.Key.NAME, true)),
                    new Order("Visual: best first", best(ImageSort.Key.VISUAL)),
                    new Order("Visual: worst first", new ImageSort(ImageSort.Key.VISUAL, true)),
                    new Order("Alignment: best first", best(ImageSort.Key.ALIGNMENT)),
                    new Order(
                            "Alignment: worst first", new ImageSort(ImageSort.Key.ALIGNMENT, true)),
                    new Order("Technical (T)", best(ImageSort.Key.TECHNICAL_HIGH)),
                    new Order("Aesthetic (A)", best(ImageSort.Key.AESTHETIC_HIGH)),
                    new Order("Prompt fit (P)", best(ImageSort.Key.ALIGNMENT_HIGH)));

    private static ImageSort best(ImageSort.Key key) {
        return new ImageSort(key, false);
    }

    private final LibraryViewModel model;
    private final CustomTextField search = new CustomTextField();
    private final ToggleButton narrow = new ToggleButton("Filters", new FontIcon("fth-filter"));

    /**
     * @param facets shown while the filters are open
     * @param chooseFolder asks for a folder and brings it in
     */
    LibraryHeader(LibraryViewModel model, FacetBar facets, Runnable chooseFolder) {
        this.model = model;
        getStyleClass().add("view-header");
        setAlignment(Pos.CENTER_LEFT);
        Label title = new Label("Library");
        title.getStyleClass().add("title-3");
        followSearch();
        followFilters(facets);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button add = new Button("Import folder …", new FontIcon("fth-folder-plus"));
        add.setId("library-import");
        add.setOnAction(_ -> chooseFolder.run());
        add.disableProperty()
                .bind(model.stateProperty().map(LibraryState.Failed.class::isInstance));
        ChoiceBox<Order> order = order();
        for (Node each : List.of(search, narrow, order, facets)) {
            each.disableProperty().bind(model.stateProperty().map(now -> !now.hasImages()));
        }
        getChildren().addAll(title, search, narrow, order, count(), gap, add);
    }

    CustomTextField search() {
        return search;
    }

    /** Opens and closes the filters. */
    ToggleButton narrow() {
        return narrow;
    }

    private void followSearch() {
        search.setId("library-search");
        search.setPromptText("Search names and prompts");
        search.setAccessibleText("Search names and prompts");
        search.setLeft(new FontIcon("fth-search"));
        search.setPrefWidth(260);
        model.searchProperty()
                .subscribe(
                        words -> {
                            if (!words.equals(search.getText())) {
                                search.setText(words);
                            }
                        });
        // The catalogue is asked when the typing pauses, not at each key.
        PauseTransition pause = new PauseTransition(Duration.millis(200));
        pause.setOnFinished(_ -> model.searchProperty().set(search.getText()));
        search.textProperty().subscribe((_, _) -> pause.playFromStart());
    }

    private ChoiceBox<Order> order() {
        ChoiceBox<Order> order = new ChoiceBox<>();
        order.getItems().setAll(ORDERS);
        order.setValue(ORDERS.getFirst());
        order.setAccessibleText("Order");
        order.setId("library-order");
        order.valueProperty()
                .subscribe(
                        (_, now) -> {
                            if (now != null) {
                                model.sortProperty().set(now.sort());
                            }
                        });
        model.sortProperty()
                .subscribe(
                        sort ->
                                ORDERS.stream()
                                        .filter(each -> each.sort().equals(sort))
                                        .findFirst()
                                        .ifPresent(order::setValue));
        return order;
    }

    private void followFilters(FacetBar facets) {
        narrow.setId("library-filters");
        narrow.setTooltip(new Tooltip("Narrow the images (F)"));
        model.filterProperty()
                .subscribe(
                        filter -> {
                            int count = FacetBar.count(filter);
                            narrow.setText(count == 0 ? "Filters" : "Filters (" + count + ")");
                        });
        facets.visibleProperty().bind(narrow.selectedProperty());
        facets.managedProperty().bind(narrow.selectedProperty());
    }

    private Label count() {
        Label count = new Label();
        count.getStyleClass().add("absent");
        count.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        model.stateProperty().get()
                                                        instanceof LibraryState.Showing(long images)
                                                ? String.format(
                                                                Locale.getDefault(),
                                                                "%,d %s",
                                                                images,
                                                                images == 1 ? "image" : "images")
                                                        + (model.selection().count() > 1
                                                                ? String.format(
                                                                        Locale.getDefault(),
                                                                        ", %,d chosen",
                                                                        model.selection().count())
                                                                : "")
                                                : "",
                                model.stateProperty(),
                                model.selection().choicesProperty()));
        return count;
    }
}
