package eliq.app.frame;

import java.util.List;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.collections.ObservableMap;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import org.kordamp.ikonli.javafx.FontIcon;

/** Rail on the left, the chosen view, the status bar below. */
public final class MainWindow extends BorderPane {

    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
    private static final List<KeyCode> DIGITS =
            List.of(
                    KeyCode.DIGIT1,
                    KeyCode.DIGIT2,
                    KeyCode.DIGIT3,
                    KeyCode.DIGIT4,
                    KeyCode.DIGIT5,
                    KeyCode.DIGIT6,
                    KeyCode.DIGIT7,
                    KeyCode.DIGIT8);

    private final List<View> views;
    private final Appearance appearance;
    private final NavigationRail rail;

    /** @param views in the order of the rail, at least one and at most eight */
    public MainWindow(List<View> views, StatusViewModel status, Appearance appearance) {
        this.views = List.copyOf(views);
        this.appearance = appearance;
        getStyleClass().add("main-window");
        rail = new NavigationRail(this.views, themeButton());
        setLeft(rail);
        setBottom(new StatusBar(status));
        rail.selectedProperty().subscribe(this::show);
        appearance
                .schemeProperty()
                .subscribe(scheme -> pseudoClassStateChanged(DARK, scheme == ColorScheme.DARK));
    }

    /** A scene with this window, the application's style sheet and its keys. */
    public Scene scene(double width, double height) {
        Scene scene = new Scene(this, width, height);
        scene.getStylesheets()
                .add(MainWindow.class.getResource("/eliq/app/workbench.css").toExternalForm());
        ObservableMap<KeyCombination, Runnable> keys = scene.getAccelerators();
        for (int i = 0; i < views.size(); i++) {
            View view = views.get(i);
            keys.put(Keys.command(DIGITS.get(i)), () -> open(view));
        }
        keys.put(Keys.command(KeyCode.T), appearance::toggle);
        return scene;
    }

    /** Shows this view. */
    public void open(View view) {
        rail.selectedProperty().set(view);
    }

    /** Shows the view of this title, if there is one. */
    public void open(String title) {
        views.stream().filter(view -> view.title().equals(title)).findFirst().ifPresent(this::open);
    }

    private void show(View view) {
        setCenter(view.root());
        Platform.runLater(() -> view.firstFocus().requestFocus());
    }

    private Button themeButton() {
        Button button = new Button("Theme");
        button.setId("rail-theme");
        FontIcon icon = new FontIcon();
        appearance
                .schemeProperty()
                .subscribe(
                        scheme ->
                                icon.setIconLiteral(
                                        scheme == ColorScheme.DARK ? "fth-sun" : "fth-moon"));
        button.setGraphic(icon);
        button.setContentDisplay(ContentDisplay.TOP);
        button.setMaxWidth(Double.MAX_VALUE);
        button.getStyleClass().add("rail-button");
        button.setAccessibleText("Switch between light and dark");
        button.setTooltip(new Tooltip("Light or dark (" + Keys.COMMAND_NAME + "+T)"));
        button.setOnAction(_ -> appearance.toggle());
        return button;
    }
}
