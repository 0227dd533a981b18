package eliq.app.library;

import eliq.catalog.Aspect;
import eliq.catalog.Family;
import eliq.catalog.ImageFacets;
import eliq.catalog.ImageFilter;
import eliq.catalog.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the images are narrowed by: one choice per facet, and ranges of the two scores. */
final class FacetBar extends FlowPane {

    private final LibraryViewModel model;
    private final ComboBox<Optional<String>> category = box("any category", Function.identity());
    private final ComboBox<Optional<String>> generator = box("any generator", Function.identity());
    private final ComboBox<Optional<Aspect>> aspect = box("any aspect", Aspect::key);
    private final ComboBox<Optional<Family>> family = box("any family", Family::key);
    private final ComboBox<Optional<String>> era = box("any era", Function.identity());
    private final ComboBox<Optional<Origin>> origin = box("any origin", Origin::key);
    private final ComboBox<Optional<String>> scorer;
    private final TextField visualFrom = bound("Smallest visual score");
    private final TextField visualTo = bound("Largest visual score");
    private final TextField alignmentFrom = bound("Smallest alignment score");
    private final TextField alignmentTo = bound("Largest alignment score");
    private boolean showing;

    FacetBar(LibraryViewModel model) {
        this.model = model;
        scorer = box("no scores", model.scorerNames()::of);
        setId("library-facets");
        getStyleClass().add("facet-bar");
        fill(aspect, List.of(Aspect.values()));
        fill(family, List.of(Family.values()));
        fill(origin, List.of(Origin.values()));
        Button clear = new Button("Clear filters", new FontIcon("fth-x"));
        clear.setId("library-clear-filters");
        clear.setOnAction(_ -> clear());
        VBox foot = new VBox(clear);
        foot.setAlignment(Pos.BOTTOM_LEFT);
        getChildren()
                .addAll(
                        named("Category", category),
                        named("Generator", generator),
                        named("Negatives of", aspect),
                        named("Family", family),
                        named("Era", era),
                        named("Origin", origin),
                        named("Scores by", scorer),
                        named("Visual", range(visualFrom, visualTo)),
                        named("Alignment", range(alignmentFrom, alignmentTo)),
                        foot);
        Stream.of(category, generator, aspect, family, era, origin, scorer)
                .forEach(box -> box.setOnAction(_ -> apply()));
        Stream.of(visualFrom, visualTo, alignmentFrom, alignmentTo)
                .forEach(
                        field -> {
                            field.setOnAction(_ -> apply());
                            field.focusedProperty()
                                    .subscribe(
                                            focused -> {
                                                if (!focused) {
                                                    apply();
                                                }
                                            });
                        });
        model.facetsProperty().subscribe(now -> offer(now));
        model.filterProperty().subscribe(now -> show(now));
        model.scorerNames().namesProperty().subscribe((_, _) -> renameScorers());
    }

    /** How many facets narrow the images now. */
    static int count(ImageFilter filter) {
        return (int)
                Stream.of(
                                filter.origin(),
                                filter.generator(),
                                filter.visual(),
                                filter.alignment(),
                                filter.part().category(),
                                filter.part().aspect(),
                                filter.part().family(),
                                filter.part().era())
                        .filter(Optional::isPresent)
                        .count();
    }

    void clear() {
        Optional<String> keep = model.filterProperty().get().scorer();
        model.filterProperty()
                .set(keep.map(ImageFilter.all()::withScorer).orElseGet(ImageFilter::all));
    }

    private void offer(ImageFacets facets) {
        showing = true;
        fill(category, facets.categories());
        fill(generator, facets.generators());
        fill(era, facets.eras());
        fill(scorer, facets.scorers());
        showing = false;
        show(model.filterProperty().get());
    }

    private void renameScorers() {
        showing = true;
        List<Optional<String>> items = List.copyOf(scorer.getItems());
        // Items that stay the same are not written anew.
        scorer.getItems().clear();
        scorer.getItems().setAll(items);
        showing = false;
        show(model.filterProperty().get());
    }

    private void show(ImageFilter filter) {
        showing = true;
        category.setValue(filter.part().category());
        generator.setValue(filter.generator());
        aspect.setValue(filter.part().aspect());
        family.setValue(filter.part().family());
        era.setValue(filter.part().era());
        origin.setValue(filter.origin());
        scorer.setValue(filter.scorer());
        show(filter.visual(), visualFrom, visualTo);
        show(filter.alignment(), alignmentFrom, alignmentTo);
        showing = false;
    }

    private static void show(Optional<ImageFilter.Range> range, TextField from, TextField to) {
        from.setText(range.map(r -> text(r.from())).orElse(""));
        to.setText(range.map(r -> text(r.to())).orElse(""));
    }

    private static String text(double bound) {
        return Double.isInfinite(bound) ? "" : Double.toString(bound);
    }

    private void apply() {
        if (showing) {
            return;
        }
        ImageFilter wanted =
                new ImageFilter(
                        "",
                        origin.getValue(),
                        generator.getValue(),
                        scorer.getValue(),
                        range(visualFrom.getText(), visualTo.getText()),
                        range(alignmentFrom.getText(), alignmentTo.getText()),
                        new ImageFilter.Part(
                                category.getValue(),
                                aspect.getValue(),
                                family.getValue(),
                                era.getValue()));
        if (!wanted.equals(model.filterProperty().get().withText(""))) {
            model.filterProperty().set(wanted);
        }
    }

    private static Optional<ImageFilter.Range> range(String from, String to) {
        double low = number(from, Double.NEGATIVE_INFINITY);
        double high = number(to, Double.POSITIVE_INFINITY);
        return Double.isInfinite(low) && Double.isInfinite(high)
                ? Optional.empty()
                : Optional.of(new ImageFilter.Range(low, high));
    }

    /** What is no number is an open end; a decimal comma counts as a point. */
    private static double number(String text, double open) {
        try {
            return text.isBlank() ? open : Double.parseDouble(text.strip().replace(',', '.'));
        } catch (NumberFormatException e) {
            return open;
        }
    }

    private static <T> void fill(ComboBox<Optional<T>> box, List<T> values) {
        List<Optional<T>> items = new ArrayList<>();
        items.add(Optional.empty());
        values.forEach(value -> items.add(Optional.of(value)));
        box.getItems().setAll(items);
    }

    private static <T> ComboBox<Optional<T>> box(String none, Function<T, String> text) {
        ComboBox<Optional<T>> box = new ComboBox<>();
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(Optional<T> value) {
                        return value == null ? none : value.map(text).orElse(none);
                    }

                    @Override
                    public Optional<T> fromString(String string) {
                        return Optional.empty();
                    }
                });
        box.setValue(Optional.empty());
        box.setPrefWidth(150);
        return box;
    }

    private static TextField bound(String meaning) {
        TextField field = new TextField();
        field.setPrefColumnCount(4);
        field.setAccessibleText(meaning);
        return field;
    }

    private static HBox range(TextField from, TextField to) {
        HBox box = new HBox(4, from, new Label("to"), to);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private static VBox named(String name, javafx.scene.Node control) {
        Label label = new Label(name);
        label.getStyleClass().add("absent");
        label.setLabelFor(control);
        if (control instanceof ComboBox<?> box) {
            box.setAccessibleText(name);
            box.setId("facet-" + name.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'));
        }
        return new VBox(2, label, control);
    }
}
