package eliq.app.benchmark;

import eliq.benchmark.Mapping;
import javafx.beans.property.IntegerProperty;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/** How the numbers of an evaluation are counted, and which extra parts it has. */
final class StatisticsForm extends GridPane {
    private static final double WIDTH = 190;

    StatisticsForm(MethodsViewModel methods) {
        super(14, 10);
        ComboBox<Mapping.Kind> curve = new ComboBox<>();
        curve.getItems().setAll(Mapping.Kind.LOGISTIC4, Mapping.Kind.LOGISTIC5);
        curve.setConverter(Converters.shown(Mapping.Kind::title));
        curve.setAccessibleText("Curve");
        curve.setMinWidth(WIDTH);
        curve.setPrefWidth(WIDTH);
        curve.valueProperty().bindBidirectional(methods.curveProperty());
        setting(0, "Curve", curve, "for PLCC mapped and RMSE");
        setting(
                1,
                "Bootstrap draws",
                spinner("benchmark-draws", methods.drawsProperty(), 100_000, 500),
                "of prompts, for 95 % intervals; 0: none");
        setting(
                2,
                "Label splits",
                spinner("benchmark-splits", methods.splitsProperty(), 100, 1),
                "what a few labels add; 0 leaves it out");
        setting(
                3,
                "Images to degrade",
                spinner("benchmark-degraded", methods.degradedProperty(), 200, 1),
                "does the scorer see it? 0 leaves it out");
    }

    private void setting(int row, String name, Node control, String what) {
        Label label = new Label(name);
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setLabelFor(control);
        Label facts = new Label(what);
        facts.setWrapText(true);
        facts.getStyleClass().add("absent");
        addRow(row, label, control, facts);
    }

    private static Spinner<Integer> spinner(String id, IntegerProperty value, int most, int step) {
        Spinner<Integer> spinner = new Spinner<>(0, most, value.get(), step);
        spinner.setId(id);
        spinner.setEditable(true);
        spinner.setPrefWidth(WIDTH);
        spinner.setMinWidth(WIDTH);
        value.subscribe(now -> spinner.getValueFactory().setValue(now.intValue()));
        spinner.valueProperty()
                .subscribe(
                        now -> {
                            if (now != null) {
                                value.set(now);
                            }
                        });
        // What was typed counts without a key to confirm it.
        spinner.focusedProperty()
                .subscribe(
                        focused -> {
                            if (!focused) {
                                spinner.increment(0);
                            }
                        });
        return spinner;
    }
}
