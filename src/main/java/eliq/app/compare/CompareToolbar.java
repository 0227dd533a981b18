package eliq.app.compare;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.controlsfx.control.SegmentedButton;
import org.kordamp.ikonli.javafx.FontIcon;

/** Modes, what belongs to the mode, and zoom. */
final class CompareToolbar extends HBox {
    private final CompareViewModel<?> model;
    private final Label scale = new Label();

    CompareToolbar(CompareViewModel<?> model) {
        this.model = model;
        getStyleClass().add("compare-toolbar");
        setAlignment(Pos.CENTER_LEFT);
        // Never wider than the panes below it.
        setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        scale.getStyleClass().add("absent");
        scale.setMinWidth(Region.USE_PREF_SIZE);
        scale.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(modes(), panes(), gain(), gap, scale);
        getChildren().addAll(zooms());
    }

    /** @param factor device pixels for a pixel of the picture */
    void scale(double factor) {
        scale.setText(String.format(Locale.getDefault(), "%.0f %%", 100 * factor));
    }

    private Node modes() {
        SegmentedButton segments = new SegmentedButton();
        for (CompareMode mode : CompareMode.values()) {
            ToggleButton button = new ToggleButton("", new FontIcon(mode.icon()));
            button.setId("compare-" + mode.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            button.setAccessibleText(mode.title());
            button.setTooltip(new Tooltip(mode.title() + " (" + mode.key() + ")"));
            button.setFocusTraversable(false);
            button.setOnAction(_ -> model.modeProperty().set(mode));
            model.modeProperty().subscribe(now -> button.setSelected(now == mode));
            // A chosen mode stays chosen when it is clicked again.
            button.selectedProperty()
                    .subscribe(on -> button.setSelected(on || model.modeProperty().get() == mode));
            segments.getButtons().add(button);
        }
        segments.setMinWidth(Region.USE_PREF_SIZE);
        return segments;
    }

    private HBox panes() {
        Label count = new Label();
        model.panesProperty().subscribe(now -> count.setText(now + " panes"));
        count.setMinWidth(Region.USE_PREF_SIZE);
        Button fewer = small("fth-minus", "Fewer panes (,)");
        fewer.setOnAction(_ -> model.panes(model.panesProperty().get() - 1));
        Button more = small("fth-plus", "More panes (.)");
        more.setOnAction(_ -> model.panes(model.panesProperty().get() + 1));
        HBox box = new HBox(4, fewer, count, more);
        return of(box, CompareMode.SIDE_BY_SIDE);
    }

    private HBox gain() {
        Slider slider = new Slider(1, CompareViewModel.LARGEST_GAIN, 4);
        slider.setId("compare-gain");
        slider.setPrefWidth(90);
        slider.setMinWidth(60);
        slider.setTooltip(new Tooltip("What differences are multiplied with ([ and ])"));
        slider.setAccessibleText("What differences are multiplied with");
        slider.valueProperty().bindBidirectional(model.gainProperty());
        Label value = new Label();
        model.gainProperty()
                .subscribe(
                        now ->
                                value.setText(
                                        String.format(
                                                Locale.getDefault(), "× %.0f", now.doubleValue())));
        value.setMinWidth(36);
        return of(new HBox(6, slider, value), CompareMode.DIFFERENCE);
    }

    private HBox of(HBox box, CompareMode mode) {
        box.setAlignment(Pos.CENTER_LEFT);
        model.modeProperty()
                .subscribe(
                        now -> {
                            box.setVisible(now == mode);
                            box.setManaged(now == mode);
                        });
        return box;
    }

    private List<Region> zooms() {
        Button fit = zoom("Fit", "Fit or fill (Z)", new Viewport.Zoom.Fit());
        Button fill = zoom("Fill", "Fit or fill (Z)", new Viewport.Zoom.Fill());
        Button whole = zoom("100 %", "One pixel of the picture is one of the screen (1)", at(1));
        Button twice = zoom("200 %", "Two pixels of the screen for one (2)", at(2));
        return List.of(new Separator(Orientation.VERTICAL), fit, fill, whole, twice);
    }

    private static Viewport.Zoom at(double factor) {
        return new Viewport.Zoom.Scale(factor);
    }

    private Button zoom(String text, String tip, Viewport.Zoom zoom) {
        Button button = new Button(text);
        button.getStyleClass().addAll("flat", "small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setFocusTraversable(false);
        button.setTooltip(new Tooltip(tip));
        button.setOnAction(_ -> model.zoom(zoom));
        return button;
    }

    private static Button small(String icon, String tip) {
        Button button = new Button("", new FontIcon(icon));
        button.getStyleClass().addAll("flat", "small", "button-icon");
        button.setAccessibleText(tip);
        button.setTooltip(new Tooltip(tip));
        button.setFocusTraversable(false);
        return button;
    }
}
