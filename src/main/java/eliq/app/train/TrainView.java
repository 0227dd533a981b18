package eliq.app.train;

import eliq.app.frame.Action;
import eliq.app.frame.Keys;
import eliq.app.frame.Notice;
import eliq.app.frame.View;
import eliq.app.picture.PictureLoader;
import eliq.app.placeholder.Placeholder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/** Settings on the left; what they would cost, the run and its curves on the right. */
public final class TrainView implements View {
    private static final Duration TICK = Duration.millis(600);

    private final TrainViewModel model;
    private final PictureLoader<Path> thumbnails;
    private final Runnable buildPairs;
    private final BorderPane root = new BorderPane();
    private final SetupPane setup;
    private final TabPane tabs = new TabPane();
    private final SplitPane split;

    /**
     * @param thumbnails small, of image files
     * @param buildPairs leads to where pairs are made
     */
    public TrainView(TrainViewModel model, PictureLoader<Path> thumbnails, Runnable buildPairs) {
        this.model = model;
        this.thumbnails = thumbnails;
        this.buildPairs = buildPairs;
        root.setId("train-view");
        root.getStylesheets().add(TrainView.class.getResource("train.css").toExternalForm());
        setup = new SetupPane(model.setup());
        setup.setMinWidth(300);
        Node right = right();
        split = new SplitPane(setup, right);
        split.setDividerPositions(0.29);
        SplitPane.setResizableWithParent(setup, false);
        root.setTop(new VBox(header(), new Notice("train-notice", model.noticeProperty())));
        model.stateProperty().subscribe(this::show);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        follow();
    }

    @Override
    public String title() {
        return "Train";
    }

    @Override
    public String icon() {
        return "fth-trending-up";
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Node firstFocus() {
        return model.stateProperty().get() instanceof TrainViewModel.State.Ready
                ? setup.firstFocus()
                : root;
    }

    @Override
    public List<String> keys() {
        return List.of(
                Keys.COMMAND_NAME + "+Enter  start",
                Keys.COMMAND_NAME + "+.  cancel the selected run",
                Keys.COMMAND_NAME + "+G  resume the selected run",
                Keys.COMMAND_NAME + "+S  keep where it stopped as a critic",
                Keys.COMMAND_NAME + "+Shift+C  copy as command",
                Keys.COMMAND_NAME + "+R  use the selected run’s settings",
                "Alt+1, Alt+2, Alt+3  the presets: try it, paper, my GPU",
                "F5  read everything again",
                "Space  in the table of runs: compare",
                "← →  in a chart: exact values");
    }

    @Override
    public List<Action> actions() {
        List<Action> actions = new ArrayList<>();
        for (Preset preset : Preset.values()) {
            actions.add(
                    new Action(
                            "Train with preset “" + preset.title() + "”",
                            "Alt+" + (preset.ordinal() + 1),
                            () -> model.setup().use(preset)));
        }
        actions.addAll(
                List.of(
                        new Action(
                                "Start the training", Keys.COMMAND_NAME + "+Enter", model::start),
                        new Action(
                                "Copy the training as a command",
                                Keys.COMMAND_NAME + "+Shift+C",
                                () -> copy(model.setup().command())),
                        new Action(
                                "Cancel the selected training",
                                Keys.COMMAND_NAME + "+.",
                                model::cancel),
                        new Action(
                                "Resume the selected training",
                                Keys.COMMAND_NAME + "+G",
                                model::resume),
                        new Action(
                                "Keep where the training stopped as a critic",
                                Keys.COMMAND_NAME + "+S",
                                model::keep),
                        new Action(
                                "Use the selected training’s settings",
                                Keys.COMMAND_NAME + "+R",
                                model::again),
                        new Action("Read the trainings again", "F5", model::refresh)));
        return actions;
    }

    @Override
    public Map<String, String> remembered() {
        Map<String, String> state = new HashMap<>();
        state.put("stage", model.setup().stageProperty().get().name());
        Optional.ofNullable(model.setup().setProperty().get())
                .ifPresent(set -> state.put("pairs", set.name()));
        Optional.ofNullable(model.setup().modelProperty().get())
                .ifPresent(chosen -> state.put("model", chosen.name()));
        model.runs().selectedProperty().get().ifPresent(run -> state.put("run", "" + run));
        return state;
    }

    @Override
    public void restore(Map<String, String> remembered) {
        for (Stage stage : Stage.values()) {
            if (stage.name().equals(remembered.get("stage"))) {
                model.setup().stageProperty().set(stage);
            }
        }
        model.setup()
                .prefer(
                        Optional.ofNullable(remembered.get("pairs")),
                        Optional.ofNullable(remembered.get("model")));
        String run = remembered.getOrDefault("run", "");
        if (run.matches("\\d{1,18}")) {
            model.runs().select(Long.parseLong(run));
        }
    }

    private void key(KeyEvent event) {
        boolean command = event.isShortcutDown();
        if (command && event.getCode() == KeyCode.ENTER) {
            model.start();
        } else if (command && event.getCode() == KeyCode.PERIOD) {
            model.cancel();
        } else if (command && event.getCode() == KeyCode.G) {
            model.resume();
        } else if (command && event.getCode() == KeyCode.S) {
            model.keep();
        } else if (command && event.isShiftDown() && event.getCode() == KeyCode.C) {
            copy(model.setup().command());
        } else if (event.getCode() == KeyCode.F5) {
            model.refresh();
        } else {
            return;
        }
        event.consume();
    }

    private Node header() {
        Label title = new Label(title());
        title.getStyleClass().add("title-3");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button again = new Button("Refresh", new FontIcon("fth-refresh-cw"));
        again.setOnAction(_ -> model.refresh());
        HBox header = new HBox(title, gap, again);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("view-header");
        return header;
    }

    private void show(TrainViewModel.State state) {
        root.setCenter(
                switch (state) {
                    case TrainViewModel.State.Loading() -> new TrainSkeleton();
                    case TrainViewModel.State.NoPairs() ->
                            Placeholder.empty(
                                    "fth-trending-up",
                                    "Nothing to learn from yet",
                                    "A critic and a scorer learn from pairs: a picture, and worse versions of it. "
                                            + "Build a set of them first; then train here.",
                                    List.of(
                                            new Placeholder.Door(
                                                    "Build pairs", "fth-layers", buildPairs)));
                    case TrainViewModel.State.Failed(String reason) ->
                            Placeholder.failed(
                                    "The trainings cannot be read",
                                    reason,
                                    new Placeholder.Door(
                                            "Try again", "fth-refresh-cw", model::refresh));
                    case TrainViewModel.State.Ready() -> split;
                });
    }

    private Node right() {
        CostPane cost =
                new CostPane(model.setup(), model::start, () -> copy(model.setup().command()));
        RunPane run = new RunPane(model, () -> copy(model.commandOfShown()));
        Label none = new Label("No training yet: choose a preset on the left, then press Start.");
        none.getStyleClass().add("absent");
        none.visibleProperty().bind(run.visibleProperty().not());
        StackPane middle = new StackPane(run, none);
        VBox.setVgrow(middle, Priority.ALWAYS);
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getStyleClass().add("dense");
        tabs.setMinHeight(190);
        tabs.setPrefHeight(190);
        tabs.setMaxHeight(190);
        tabs.getTabs()
                .setAll(
                        new Tab("Runs", new RunTable(model.runs())),
                        new Tab("Got wrong", new WrongStrip(model.runs(), thumbnails)),
                        new Tab("Log", new RunLog(model.runs())));
        VBox right = new VBox(cost, middle, tabs);
        right.setMinWidth(420);
        return right;
    }

    private void copy(Optional<String> command) {
        command.ifPresentOrElse(
                text -> {
                    ClipboardContent content = new ClipboardContent();
                    content.putString(text);
                    Clipboard.getSystemClipboard().setContent(content);
                    model.say("Copied: " + text);
                },
                () -> model.say(model.setup().problemProperty().get()));
    }

    /** Follows what goes on while it is seen, and not otherwise. */
    private void follow() {
        Timeline timeline = new Timeline(new KeyFrame(TICK, _ -> model.tick()));
        timeline.setCycleCount(Animation.INDEFINITE);
        root.sceneProperty()
                .subscribe(
                        scene -> {
                            if (scene == null) {
                                timeline.stop();
                            } else {
                                timeline.play();
                                model.refresh();
                            }
                        });
    }
}
