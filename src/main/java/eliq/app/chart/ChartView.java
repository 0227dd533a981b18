package eliq.app.chart;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A chart on the screen: title, legend, curves, exact values where the mouse is (or the arrow keys go), and a menu to
 * save it. Shows what it is given, as often as that changes.
 */
public final class ChartView extends BorderPane {
    private final ObjectProperty<Chart> chart = new SimpleObjectProperty<>();
    private final ReadOnlyStringWrapper readout = new ReadOnlyStringWrapper("");
    private final Label title = new Label();
    private final FlowPane legend = new FlowPane(12, 2);
    private final Label values = new Label();
    private final Label nothing = new Label();
    private final PlotPane plot;
    private double place = Double.NaN;

    /**
     * @param first what is shown at first
     * @param waiting what is said while there is nothing to draw
     */
    public ChartView(Chart first, String waiting) {
        getStyleClass().add("chart");
        getStylesheets().add(ChartView.class.getResource("chart.css").toExternalForm());
        plot = new PlotPane(first);
        nothing.setText(waiting);
        nothing.getStyleClass().add("absent");
        nothing.setWrapText(true);
        setFocusTraversable(true);
        setMinWidth(0);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setTop(header());
        setCenter(new StackPane(plot, nothing));
        plot.setOnMouseMoved(event -> show(plot.readoutAt(event.getX())));
        plot.setOnMouseExited(_ -> show(Optional.empty()));
        plot.setOnMousePressed(_ -> requestFocus());
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        chart.subscribe(this::draw);
        chart.set(first);
    }

    public ObjectProperty<Chart> chartProperty() {
        return chart;
    }

    /** The values at the place that was last pointed at, in words; empty where none is. */
    public ReadOnlyStringProperty readoutProperty() {
        return readout.getReadOnlyProperty();
    }

    private Node header() {
        title.getStyleClass().add("chart-title");
        title.setMinWidth(USE_PREF_SIZE);
        legend.setAlignment(Pos.CENTER_LEFT);
        legend.setMinWidth(0);
        legend.managedProperty().bind(legend.visibleProperty());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        MenuButton menu = new MenuButton("", new FontIcon("fth-more-horizontal"));
        menu.getStyleClass().addAll("flat", "chart-menu");
        menu.setAccessibleText("Save this chart");
        ChartFiles files = new ChartFiles(this, chart::get);
        MenuItem svg = new MenuItem("Save as SVG …");
        svg.setOnAction(_ -> files.chooseSvg());
        MenuItem png = new MenuItem("Save as PNG …");
        png.setOnAction(_ -> files.choosePng());
        MenuItem copy = new MenuItem("Copy the values");
        copy.setOnAction(_ -> files.copyValues());
        menu.getItems().addAll(svg, png, copy);
        HBox header = new HBox(12, title, gap, menu);
        header.setAlignment(Pos.CENTER_LEFT);
        VBox words = new VBox(header, legend);
        // The values stand where title and legend do, so that no room is kept for them below the
        // curves.
        values.getStyleClass().add("chart-readout");
        values.textProperty().bind(readout);
        values.visibleProperty().bind(readout.isNotEmpty());
        values.setWrapText(true);
        values.setMouseTransparent(true);
        values.setMinHeight(0);
        values.setPrefHeight(0);
        values.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        title.opacityProperty()
                .bind(Bindings.when(values.visibleProperty()).then(0.0).otherwise(1));
        legend.opacityProperty().bind(title.opacityProperty());
        return new StackPane(words, values);
    }

    private void draw(Chart now) {
        if (now == null) {
            return;
        }
        title.setText(now.title());
        List<Series> named = now.named();
        legend.setVisible(named.size() > 1);
        legend.getChildren().setAll(named.stream().map(ChartView::entry).toList());
        nothing.setVisible(now.isEmpty());
        plot.show(now);
        show(Double.isNaN(place) ? Optional.empty() : Readout.near(now, place));
        setAccessibleText(
                now.title()
                        + ", "
                        + now.y().title()
                        + " over "
                        + now.x().title()
                        + (now.isEmpty() ? "; nothing yet" : ""));
    }

    private static Node entry(Series series) {
        Line line = new Line(0, 0, 16, 0);
        line.getStyleClass().addAll("chart-line", series.tone().styleClass());
        switch (series.look()) {
            case DASHED -> line.getStyleClass().add("dashed");
            case FAINT -> line.getStyleClass().add("faint");
            case LINE, POINTS -> {}
        }
        Label label = new Label(series.name(), line);
        label.getStyleClass().add("chart-legend");
        return label;
    }

    private void key(KeyEvent event) {
        int by =
                switch (event.getCode()) {
                    case RIGHT -> 1;
                    case LEFT -> -1;
                    default -> 0;
                };
        if (by != 0 && !chart.get().isEmpty()) {
            double from =
                    Double.isNaN(place)
                            ? by > 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY
                            : place;
            show(Readout.beside(chart.get(), from, by));
            event.consume();
        }
    }

    private void show(Optional<Readout> now) {
        place = now.map(Readout::x).orElse(Double.NaN);
        readout.set(now.map(r -> r.text(chart.get(), Locale.getDefault())).orElse(""));
        plot.mark(now);
        if (now.isPresent()) {
            setAccessibleHelp(readout.get());
        }
    }

    /** Charts one above the other, each as high as the others. */
    public static VBox column(ChartView... charts) {
        VBox column = new VBox(10, charts);
        for (ChartView each : charts) {
            VBox.setVgrow(each, Priority.ALWAYS);
        }
        return column;
    }
}
