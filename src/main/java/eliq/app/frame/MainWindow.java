package eliq.app.frame;

import eliq.app.placeholder.Placeholder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.collections.ObservableMap;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/** Rail on the left, the chosen view, the status bar below; over them the command palette and the keys. */
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
    private final StackPane layers = new StackPane();
    private final Trail<View> trail = new Trail<>();
    private Optional<ViewMemory> memory = Optional.empty();
    private Optional<View> shown = Optional.empty();

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
        layers.getChildren().setAll(this);
        Scene scene = new Scene(layers, width, height);
        scene.getStylesheets()
                .add(MainWindow.class.getResource("/eliq/app/workbench.css").toExternalForm());
        ObservableMap<KeyCombination, Runnable> keys = scene.getAccelerators();
        for (int i = 0; i < views.size(); i++) {
            View view = views.get(i);
            keys.put(Keys.command(DIGITS.get(i)), () -> open(view));
        }
        keys.put(Keys.command(KeyCode.T), appearance::toggle);
        keys.put(Keys.command(KeyCode.K), this::openPalette);
        keys.put(alt(KeyCode.LEFT), () -> trail.back().ifPresent(this::open));
        keys.put(alt(KeyCode.RIGHT), () -> trail.forward().ifPresent(this::open));
        scene.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        scene.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE && closeOverlay()) {
                        event.consume();
                    }
                });
        return scene;
    }

    private static KeyCombination alt(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.ALT_DOWN);
    }

    /** Brings views and window back to where they were, and keeps from now on where they are. */
    public void remember(ViewMemory given) {
        memory = Optional.of(given);
        views.forEach(view -> view.restore(given.of(view)));
        given.last().ifPresent(this::open);
    }

    /** Keeps where all views are; to be called when the window closes. */
    public void keep() {
        memory.ifPresent(
                kept -> {
                    views.forEach(kept::keep);
                    shown.ifPresent(view -> kept.last(view.title()));
                });
    }

    /** Says a sentence above the views, with what can be done about it; any choice takes it away. */
    public void offer(String text, List<Placeholder.Door> doors) {
        List<Placeholder.Door> all = new ArrayList<>(doors);
        all.add(new Placeholder.Door("Not now", "fth-x", () -> {}));
        setTop(new Offer(text, all, () -> setTop(null)));
    }

    /** Shows this view. */
    public void open(View view) {
        rail.selectedProperty().set(view);
    }

    /** Shows the view of this title, if there is one. */
    public void open(String title) {
        views.stream().filter(view -> view.title().equals(title)).findFirst().ifPresent(this::open);
    }

    /** Opens the command palette over everything. */
    public void openPalette() {
        CommandPalette palette = new CommandPalette(actions(), this::closeOverlay);
        overlay(palette, Pos.TOP_CENTER);
        palette.field().requestFocus();
    }

    /** Shows the keys of the view that is shown. */
    public void openKeys() {
        shown.ifPresent(
                view -> {
                    KeySheet sheet = new KeySheet(view);
                    overlay(sheet, Pos.CENTER);
                    sheet.requestFocus();
                });
    }

    private List<Action> actions() {
        List<Action> actions = new ArrayList<>();
        shown.ifPresent(view -> actions.addAll(view.actions()));
        for (int i = 0; i < views.size(); i++) {
            View view = views.get(i);
            actions.add(
                    new Action(
                            "Open " + view.title(),
                            Keys.COMMAND_NAME + "+" + (i + 1),
                            () -> open(view)));
        }
        Consumer<View> others =
                view ->
                        view.actions()
                                .forEach(
                                        action ->
                                                actions.add(
                                                        new Action(
                                                                view.title()
                                                                        + ": "
                                                                        + action.title(),
                                                                action.keys(),
                                                                () -> {
                                                                    open(view);
                                                                    action.run().run();
                                                                })));
        views.stream().filter(view -> !shown.equals(Optional.of(view))).forEach(others);
        actions.addAll(everywhere());
        return actions;
    }

    private List<Action> everywhere() {
        List<Action> actions = new ArrayList<>();
        if (getTop() instanceof Offer offer) {
            actions.addAll(offer.actions());
        }
        actions.addAll(ofTheWindow());
        return actions;
    }

    private List<Action> ofTheWindow() {
        return List.of(
                new Action(
                        "Switch between light and dark",
                        Keys.COMMAND_NAME + "+T",
                        appearance::toggle),
                new Action(
                        "Follow the system's light or dark",
                        Keys.COMMAND_NAME + "+Shift+T",
                        () -> appearance.choiceProperty().set(Appearance.Choice.SYSTEM)),
                new Action("Show the keys", "?", this::openKeys));
    }

    private void typed(KeyEvent event) {
        if (event.getCharacter().equals("?") && !(event.getTarget() instanceof TextInputControl)) {
            openKeys();
            event.consume();
        }
    }

    /** Keys of actions that the view itself did not take. */
    private void pressed(KeyEvent event) {
        if (Keys.isTyping(event) || layers.getChildren().size() > 1) {
            return;
        }
        Stream.concat(
                        shown.stream().flatMap(view -> view.actions().stream()),
                        everywhere().stream())
                .filter(a -> Keys.read(a.keys()).filter(k -> k.match(event)).isPresent())
                .findFirst()
                .ifPresent(
                        action -> {
                            event.consume();
                            action.run().run();
                        });
    }

    private void overlay(Node card, Pos place) {
        closeOverlay();
        StackPane veil = new StackPane(card);
        veil.getStyleClass().add("veil");
        StackPane.setAlignment(card, place);
        veil.setOnMousePressed(
                event -> {
                    if (event.getTarget() == veil) {
                        closeOverlay();
                    }
                });
        layers.getChildren().setAll(this, veil);
    }

    private boolean closeOverlay() {
        if (layers.getChildren().size() < 2) {
            return false;
        }
        layers.getChildren().setAll(this);
        shown.ifPresent(view -> view.firstFocus().requestFocus());
        return true;
    }

    private void show(View view) {
        memory.ifPresent(
                kept -> {
                    shown.ifPresent(kept::keep);
                    kept.last(view.title());
                });
        shown = Optional.of(view);
        trail.go(view);
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
