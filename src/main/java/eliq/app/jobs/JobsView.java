package eliq.app.jobs;

import eliq.app.frame.Action;
import eliq.app.frame.Keys;
import eliq.app.frame.Notice;
import eliq.app.frame.View;
import eliq.app.placeholder.SkeletonRows;
import eliq.catalog.JobState;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/** All jobs on the left, the selected one on the right; above them, what could be gone on with. */
public final class JobsView implements View {
    private static final Duration TICK = Duration.seconds(2);
    private static final double TABLE_SHARE = 0.7;
    private static final double LEAST_PANE = 300;

    private final JobsViewModel model;
    private final Runnable openLibrary;
    private final BorderPane root = new BorderPane();
    private final JobTable table;
    private final Node full;

    /** @param openLibrary leads to where images are imported */
    public JobsView(JobsViewModel model, Runnable openLibrary) {
        this.model = model;
        this.openLibrary = openLibrary;
        root.setId("jobs-view");
        root.getStylesheets().add(JobsView.class.getResource("jobs.css").toExternalForm());
        table = new JobTable(model);
        Button older = new Button("Show older jobs");
        older.setId("jobs-older");
        older.setOnAction(_ -> model.older());
        older.setMaxWidth(Double.MAX_VALUE);
        older.visibleProperty().bind(model.moreProperty());
        older.managedProperty().bind(model.moreProperty());
        VBox.setVgrow(table, Priority.ALWAYS);
        JobPane pane = new JobPane(model, this::copyDetails);
        pane.setMinWidth(LEAST_PANE);
        SplitPane split = new SplitPane(new VBox(table, older), pane);
        split.setDividerPositions(TABLE_SHARE);
        SplitPane.setResizableWithParent(pane, false);
        full = split;
        root.setTop(
                new VBox(
                        header(),
                        new OfferPane(model),
                        new Notice("jobs-notice", model.noticeProperty())));
        // The view had the keys while it was loading; now there are rows for them.
        table.sceneProperty().subscribe(_ -> Platform.runLater(this::focusTable));
        model.stateProperty().subscribe(this::show);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        follow();
    }

    @Override
    public String title() {
        return "Jobs";
    }

    @Override
    public String icon() {
        return "fth-list";
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Node firstFocus() {
        return table.getScene() == null ? root : table;
    }

    @Override
    public List<String> keys() {
        return List.of(
                "↑ ↓  select a job",
                Keys.COMMAND_NAME + "+.  cancel it",
                Keys.COMMAND_NAME + "+P  pause it",
                Keys.COMMAND_NAME + "+G  resume it",
                Keys.COMMAND_NAME + "+R  run it again as a new job",
                Keys.COMMAND_NAME + "+Shift+C  copy its details",
                "U  show the unfinished",
                "F  show the failed",
                "F5  read everything again");
    }

    @Override
    public List<Action> actions() {
        return List.of(
                new Action(
                        "Resume or retry the selected job",
                        Keys.COMMAND_NAME + "+G",
                        model::resume),
                new Action("Pause the selected job", Keys.COMMAND_NAME + "+P", model::pause),
                new Action("Cancel the selected job", Keys.COMMAND_NAME + "+.", model::cancel),
                new Action("Run the selected job again", Keys.COMMAND_NAME + "+R", model::repeat),
                new Action(
                        "Copy the selected job’s details",
                        Keys.COMMAND_NAME + "+Shift+C",
                        this::copyDetails),
                new Action(
                        "Show unfinished jobs",
                        "U",
                        () -> model.filterProperty().set(JobFilter.UNFINISHED)),
                new Action(
                        "Show failed jobs",
                        "F",
                        () -> model.filterProperty().set(JobFilter.FAILED)),
                new Action("Read the jobs again", "F5", model::refresh));
    }

    @Override
    public Map<String, String> remembered() {
        return Map.of("filter", model.filterProperty().get().name());
    }

    @Override
    public void restore(Map<String, String> remembered) {
        for (JobFilter filter : JobFilter.values()) {
            if (filter.name().equals(remembered.get("filter"))) {
                model.filterProperty().set(filter);
            }
        }
    }

    private void key(KeyEvent event) {
        boolean command = event.isShortcutDown();
        if (command && event.getCode() == KeyCode.PERIOD) {
            model.cancel();
        } else if (command && event.getCode() == KeyCode.P) {
            model.pause();
        } else if (command && event.getCode() == KeyCode.G) {
            model.resume();
        } else if (command && event.getCode() == KeyCode.R) {
            model.repeat();
        } else if (command && event.isShiftDown() && event.getCode() == KeyCode.C) {
            copyDetails();
        } else if (event.getCode() == KeyCode.F5) {
            model.refresh();
        } else {
            return;
        }
        event.consume();
    }

    private void focusTable() {
        if (table.getScene() != null && table.getScene().getFocusOwner() == root) {
            table.requestFocus();
        }
    }

    private void show(JobsViewModel.State state) {
        root.setCenter(
                switch (state) {
                    case JobsViewModel.State.Loading() ->
                            SkeletonRows.besideInspector(9, TABLE_SHARE, LEAST_PANE);
                    case JobsViewModel.State.Showing() -> full;
                    case JobsViewModel.State.Empty() -> JobPlaceholders.empty(openLibrary);
                    case JobsViewModel.State.NoMatch(JobFilter filter) ->
                            JobPlaceholders.noMatch(filter, model);
                    case JobsViewModel.State.Failed(String reason) ->
                            JobPlaceholders.failed(reason, model);
                });
    }

    private Node header() {
        Label title = new Label(title());
        title.getStyleClass().add("title-3");
        HBox filters = new HBox(4);
        ToggleGroup group = new ToggleGroup();
        for (JobFilter filter : JobFilter.values()) {
            ToggleButton button = new ToggleButton();
            button.setId("jobs-" + filter.name().toLowerCase(Locale.ROOT));
            button.getStyleClass().add("small");
            button.setToggleGroup(group);
            model.countsProperty()
                    .subscribe(
                            counts -> {
                                // What was not read is not 0.
                                button.setText(
                                        counts.map(
                                                        all ->
                                                                filter.title()
                                                                        + "  "
                                                                        + count(filter, all))
                                                .orElse(filter.title()));
                                button.setDisable(counts.isEmpty());
                            });
            model.filterProperty().subscribe(now -> button.setSelected(now == filter));
            button.setOnAction(
                    _ -> {
                        button.setSelected(true);
                        model.filterProperty().set(filter);
                    });
            filters.getChildren().add(button);
        }
        filters.setAlignment(Pos.CENTER_LEFT);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button again = new Button("Refresh", new FontIcon("fth-refresh-cw"));
        again.setId("jobs-refresh");
        again.setTooltip(new Tooltip("Read everything again (F5)"));
        again.setOnAction(_ -> model.refresh());
        // Where nothing can be read, what failed offers the same.
        model.stateProperty()
                .subscribe(now -> again.setVisible(!(now instanceof JobsViewModel.State.Failed)));
        again.managedProperty().bind(again.visibleProperty());
        HBox header = new HBox(title, filters, gap, again);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("view-header");
        return header;
    }

    private static String count(JobFilter filter, Map<JobState, Long> counts) {
        long sum =
                counts.entrySet().stream()
                        .filter(
                                entry ->
                                        filter.states().isEmpty()
                                                || filter.states().contains(entry.getKey()))
                        .mapToLong(Map.Entry::getValue)
                        .sum();
        return String.format(Locale.getDefault(), "%,d", sum);
    }

    private void copyDetails() {
        model.detailsProperty()
                .get()
                .ifPresent(
                        details -> {
                            ClipboardContent content = new ClipboardContent();
                            content.putString(details.text());
                            Clipboard.getSystemClipboard().setContent(content);
                            model.say("The details of job " + details.row().id() + " are copied.");
                        });
    }

    /** Jobs of other processes say nothing to this one: looked at anew while the view is seen. */
    private void follow() {
        Timeline timeline = new Timeline(new KeyFrame(TICK, _ -> model.refresh()));
        timeline.setCycleCount(Animation.INDEFINITE);
        root.sceneProperty()
                .subscribe(
                        scene -> {
                            if (scene == null) {
                                timeline.stop();
                            } else {
                                model.refresh();
                                timeline.play();
                            }
                        });
    }
}
