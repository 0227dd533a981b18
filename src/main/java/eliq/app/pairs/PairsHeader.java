package eliq.app.pairs;

import eliq.catalog.TupleSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.kordamp.ikonli.javafx.FontIcon;

/** Title, set, filter, order, how far the review is, and the work on the whole set. */
final class PairsHeader extends HBox {
    private final PairsViewModel model;
    private final FilterMenu filter;

    PairsHeader(PairsViewModel model, String title) {
        this.model = model;
        this.filter = new FilterMenu(model);
        getStyleClass().add("view-header");
        setAlignment(Pos.CENTER_LEFT);
        Label heading = new Label(title);
        heading.getStyleClass().add("title-3");
        heading.setMinWidth(Region.USE_PREF_SIZE);
        Label count = new Label();
        count.setId("pairs-count");
        count.getStyleClass().add("absent");
        count.setMinWidth(Region.USE_PREF_SIZE);
        model.countProperty().subscribe(now -> count.setText(words(now)));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button audit = action("Audit", "fth-search", "Look the whole set over for faults");
        audit.setOnAction(_ -> model.audit());
        Button judge =
                action("Judge all", "fth-target", "Have the critic judge every picture of the set");
        judge.setId("pairs-judge-all");
        judge.setOnAction(_ -> model.judgeAll());
        model.setProperty()
                .subscribe(
                        set -> {
                            audit.setDisable(set.isEmpty());
                            judge.setDisable(set.isEmpty());
                        });
        ChoiceBox<TupleSet> sets = sets();
        ChoiceBox<PairFilter.Order> order = order();
        for (Control each : List.of(sets, filter, order)) {
            each.disableProperty().bind(model.stateProperty().map(now -> !now.hasPairs()));
        }
        getChildren().addAll(heading, sets, filter, order, count, gap, audit, judge);
    }

    /** Opens the filter. */
    void filter() {
        if (!filter.isDisabled()) {
            filter.requestFocus();
            filter.show();
        }
    }

    private static String words(ReviewCount now) {
        if (now.all() == 0) {
            return "";
        }
        String reviewed =
                String.format(
                        Locale.getDefault(), "reviewed %,d of %,d", now.reviewed(), now.all());
        return now.listed() == now.all()
                ? reviewed
                : reviewed + String.format(Locale.getDefault(), " · %,d listed", now.listed());
    }

    private ChoiceBox<TupleSet> sets() {
        ChoiceBox<TupleSet> box = new ChoiceBox<>(model.sets());
        box.setId("pairs-sets");
        box.setAccessibleText("Set of pairs");
        box.setMinWidth(110);
        box.setMaxWidth(200);
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(TupleSet set) {
                        return set == null ? "No set" : set.name();
                    }

                    @Override
                    public TupleSet fromString(String name) {
                        return box.getItems().stream()
                                .filter(set -> set.name().equals(name))
                                .findFirst()
                                .orElse(null);
                    }
                });
        // The list of sets is filled anew at each reading, which empties the box.
        model.sets().addListener((ListChangeListener<TupleSet>) _ -> show(box));
        model.stateProperty().subscribe(_ -> show(box));
        box.valueProperty()
                .subscribe(
                        (_, now) -> {
                            Optional<Long> shown = model.setProperty().get().map(TupleSet::id);
                            if (now != null && shown.filter(id -> id != now.id()).isPresent()) {
                                model.open(now);
                            }
                        });
        return box;
    }

    private void show(ChoiceBox<TupleSet> box) {
        box.setValue(model.setProperty().get().orElse(null));
    }

    private ChoiceBox<PairFilter.Order> order() {
        ChoiceBox<PairFilter.Order> box = new ChoiceBox<>();
        box.setId("pairs-order");
        box.setAccessibleText("Order");
        box.setPrefWidth(170);
        box.getItems().setAll(PairFilter.Order.values());
        model.filterProperty().subscribe(now -> box.setValue(now.order()));
        box.valueProperty()
                .subscribe(
                        (_, now) ->
                                model.filterProperty().set(model.filterProperty().get().with(now)));
        return box;
    }

    private static Button action(String text, String icon, String tip) {
        Button button = new Button(text, new FontIcon(icon));
        button.setTooltip(new Tooltip(tip));
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }
}
